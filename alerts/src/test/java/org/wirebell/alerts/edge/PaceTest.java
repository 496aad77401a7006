package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant NOW = Notices.NOW;

    @Test
    void aBurstAndThenOneAtATime() {
        var bucket = new Pace.Bucket(new Pace(3, Duration.ofSeconds(2)));
        assertThat(bucket.take(NOW)).isBeforeOrEqualTo(NOW);
        assertThat(bucket.take(NOW)).isBeforeOrEqualTo(NOW);
        assertThat(bucket.take(NOW)).isEqualTo(NOW.plusSeconds(2));
        assertThat(bucket.take(NOW.plusSeconds(2))).isEqualTo(NOW.plusSeconds(4));
        assertThat(bucket.take(NOW.plusSeconds(60))).isBeforeOrEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void noneIsNoLimit() {
        var bucket = new Pace.Bucket(Pace.NONE);
        for (int i = 0; i < 100; i++) {
            assertThat(bucket.take(NOW)).isEqualTo(NOW);
        }
    }
}
