package org.wirebell.desk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.desk.DeskConfig;

class LimitsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");

    @ParameterizedTest(name = "{0} wrong tries wait {1}")
    @CsvSource({"0, PT0S", "3, PT0S", "4, PT1S", "5, PT2S", "8, PT16S", "13, PT8M32S", "14, PT15M", "90, PT15M"})
    void waitsTwiceAsLongEachTime(int tries, Duration wait) {
        var backoff = new Backoff();
        IntStream.range(0, tries).forEach(_ -> backoff.failed("nina", NOW));
        assertThat(backoff.wait("nina", NOW)).isEqualTo(wait);
        assertThat(backoff.wait("nina", NOW.plus(wait))).isZero();
        assertThat(backoff.wait("omar", NOW)).isZero();
        backoff.succeeded("nina");
        assertThat(backoff.wait("nina", NOW)).isZero();
    }

    @Test
    void forgetsTriesOfAnHourAgo() {
        var backoff = new Backoff();
        IntStream.range(0, 9).forEach(_ -> backoff.failed("nina", NOW));
        var later = NOW.plus(Duration.ofMinutes(61));
        backoff.failed("nina", later);
        assertThat(backoff.wait("nina", later)).isZero();
    }

    @Test
    void fillsABucketEvenly() {
        var buckets = new Buckets(60);
        assertThat(IntStream.range(0, 60).allMatch(_ -> buckets.take("a", NOW))).isTrue();
        assertThat(buckets.take("a", NOW)).isFalse();
        assertThat(buckets.take("b", NOW)).isTrue();
        assertThat(buckets.take("a", NOW.plusSeconds(1))).isTrue();
        assertThat(buckets.take("a", NOW.plusSeconds(1))).isFalse();
        assertThat(buckets.take("a", NOW.minusSeconds(60)))
                .as("a clock that goes back")
                .isFalse();
    }

    @Test
    void checksPasswords() throws InterruptedException {
        var verifier = Secrets.verifier("a long password", 1_000);
        assertThat(verifier).startsWith("pbkdf2-sha256$1000$");
        assertThat(Secrets.fits("a long password", verifier)).isTrue();
        assertThat(Secrets.fits("a long passwort", verifier)).isFalse();
        assertThat(Secrets.fits("a long password", "none")).isFalse();
        assertThat(Secrets.fits("a long password", "")).isFalse();
        assertThat(Secrets.verifier("a long password", 1_000)).isNotEqualTo(verifier);
        assertThat(Secrets.ITERATIONS).isGreaterThanOrEqualTo(600_000);
        assertThatThrownBy(() -> Secrets.verifier("short", 1_000)).hasMessageContaining("10 to 200");
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0", "::", "192.168.1.4", "news.example", "127.0.0.1.example"})
    void isOpenOnLoopbackOnly(String host) {
        var config = DeskConfig.defaults();
        assertThatThrownBy(() -> config.at(host, 0)).hasMessageContaining("access must be signed-in");
        assertThat(config.signedIn(SignIn.defaults()).at(host, 0).host()).isEqualTo(host);
    }
}
