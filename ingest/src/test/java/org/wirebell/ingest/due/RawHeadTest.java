package org.wirebell.ingest.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirebell.model.FeedState;

class RawHeadTest {
    private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");

    private static String head(String text, String... secrets) {
        var head = RawHead.of(text.getBytes(StandardCharsets.UTF_8), List.of(secrets));
        return new String(Base64.getDecoder().decode(head), StandardCharsets.UTF_8);
    }

    @Test
    void keepsTheFirstBytes() {
        assertThat(head("<html>moved</html>")).isEqualTo("<html>moved</html>");
        assertThat(head("x".repeat(5_000))).hasSize(RawHead.MOST);
        assertThat(RawHead.of(new byte[0])).isEmpty();
    }

    @Test
    void masksWhatAServerSentBack() {
        assertThat(head("your key k3y-äöü is not known", "k3y-äöü")).isEqualTo("your key *** is not known");
        assertThat(head("x".repeat(RawHead.MOST - 3) + "k3y-of-ours", "k3y-of-ours"))
                .endsWith("x***");
    }

    @Test
    void staysAfterTheSourceHasRecovered() {
        var start = Standing.start("pier", "https://pier.example/rss");
        var failed = Standing.headed(Standing.failed(start, Why.HTTP_5XX, "answered 503", "", NOW), "aGVsbG8=");
        assertThat(lastError(failed))
                .isEqualTo(
                        Map.of("at", NOW.toString(), "why", "http_5xx", "detail", "answered 503", "head", "aGVsbG8="));
        var well = Standing.unchanged(failed, "", "", NOW.plusSeconds(60));
        assertThat(well.detail()).isEmpty();
        assertThat(lastError(well)).isEqualTo(lastError(failed));
        var again = Standing.failed(well, Why.TIMEOUT, "no answer", "", NOW.plusSeconds(90));
        assertThat(lastError(again))
                .isEqualTo(Map.of("at", NOW.plusSeconds(90).toString(), "why", "timeout", "detail", "no answer"));
        var told = Standing.failed(again, Why.WAITING, "asked to wait", "", NOW.plusSeconds(99));
        assertThat(lastError(told)).as("we were asked to wait: no error").isEqualTo(lastError(again));
    }

    private static Object lastError(FeedState state) {
        return state.more().get("lastError");
    }
}
