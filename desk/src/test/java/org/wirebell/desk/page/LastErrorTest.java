package org.wirebell.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirebell.model.FeedState;
import org.wirebell.model.Json;

class LastErrorTest {
    private static final Look LOOK = new Look("Desk", Instant.parse("2026-03-01T06:00:00Z"), ZoneId.of("UTC"));

    private static String visible(int... bytes) {
        var all = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return LastError.visible(all);
    }

    @Test
    void makesEveryByteVisible() {
        assertThat(visible('<', 'p', '>', '\n', '\t', 0, 0x1b, '[')).isEqualTo("<p>\n\t\\x00\\x1b[");
        assertThat(visible(0xef, 0xbb, 0xbf, 'a')).as("byte order mark").isEqualTo("\\xef\\xbb\\xbfa");
        assertThat(visible(0xe2, 0x80, 0xae, 'a')).as("turns the direction").isEqualTo("\\xe2\\x80\\xaea");
        assertThat(visible(0xe9, 't')).as("Latin 1").isEqualTo("\\xe9t");
        assertThat(visible(0xff, 0xfe, '<', 0)).as("UTF-16").isEqualTo("\\xff\\xfe<\\x00");
        assertThat(visible(0x80, 0xc3)).as("halves of letters").isEqualTo("\\x80\\xc3");
        assertThat(LastError.visible("дом ميناء 🚢".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("дом ميناء 🚢");
    }

    private static String row(Map<String, Object> error) {
        var more = new HashMap<String, Object>(Map.of("lastError", error));
        var feed = Json.read(Json.plain(Map.of("source", "pier", "url", "https://pier.example/rss")), FeedState.class);
        var state = new FeedState(
                feed.source(),
                feed.url(),
                "",
                "",
                "",
                "",
                feed.seen(),
                "ok",
                "",
                0,
                0,
                feed.lastFetch(),
                feed.lastSuccess(),
                feed.newestItem(),
                feed.nextDue(),
                more);
        return Html.fragment(SourceRow.row(state, LOOK));
    }

    @Test
    void showsWhatCameWithIt() {
        var head = Base64.getEncoder().encodeToString("<b>Sorry</b>\u0000".getBytes(StandardCharsets.UTF_8));
        assertThat(row(Map.of("at", "2026-03-01T05:00:00Z", "why", "http_5xx", "detail", "answered 503", "head", head)))
                .contains("Last error", "05:00:00 UTC", "http 5xx", ": answered 503", "&lt;b&gt;Sorry&lt;/b&gt;\\x00");
        assertThat(row(Map.of("at", "then", "why", "timeout", "head", "%")))
                .contains("timeout", "Nothing came with it.");
    }
}
