package org.wirebell.app.station;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Notices when the wall clock was set back. Kafka's clients go by it and never back: for as long as it was ahead they would neither commit
 * nor tick. A clock that is set forth does no such harm.
 */
final class ClockWatch {
    static final Duration MOST = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final LongSupplier nanos;
    private Instant before;
    private long nanosBefore;

    /** @param nanos counts on whatever the clock does, as {@link System#nanoTime()} */
    ClockWatch(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.before = clock.instant();
        this.nanosBefore = nanos.getAsLong();
    }

    /** By how much it was set back since this was asked last; empty when by {@link #MOST} or less. */
    Optional<Duration> setBack() {
        var now = clock.instant();
        long count = nanos.getAsLong();
        var back = Duration.ofNanos(count - nanosBefore).minus(Duration.between(before, now));
        before = now;
        nanosBefore = count;
        return Optional.of(back).filter(it -> it.compareTo(MOST) > 0);
    }
}
