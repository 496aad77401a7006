package org.wirebell.app.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockWatchTest {
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private long nanos = -5;
    private final ClockWatch watch = new ClockWatch(() -> now, () -> nanos);

    @Test
    void timeThatPassesIsNothing() {
        passes(Duration.ofHours(3), Duration.ofHours(3));
        assertThat(watch.setBack()).isEmpty();
    }

    @Test
    void tellsByHowMuchAndOnce() {
        passes(Duration.ofSeconds(2), Duration.ofHours(-2).plusSeconds(2));
        assertThat(watch.setBack()).contains(Duration.ofHours(2));
        passes(Duration.ofSeconds(2), Duration.ofSeconds(2));
        assertThat(watch.setBack()).isEmpty();
    }

    @Test
    void aLittleIsNothing() {
        passes(Duration.ofSeconds(2), Duration.ofSeconds(-8));
        assertThat(watch.setBack()).isEmpty();
        passes(Duration.ofSeconds(2), Duration.ofSeconds(-9));
        assertThat(watch.setBack()).contains(Duration.ofSeconds(11));
    }

    @Test
    void aClockThatIsSetForthIsNothing() {
        passes(Duration.ofSeconds(2), Duration.ofHours(2));
        assertThat(watch.setBack()).isEmpty();
    }

    private void passes(Duration really, Duration byTheClock) {
        nanos += really.toNanos();
        now = now.plus(byTheClock);
    }
}
