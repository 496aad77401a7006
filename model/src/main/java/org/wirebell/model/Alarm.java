package org.wirebell.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Wakes a step of a Kafka Streams flow when the next thing is due, and seldom before: after each punctuation Kafka Streams commits, whether it did
 * anything or not, which a clock that ticks each second would pay for all night. Not for several threads.
 */
public final class Alarm {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    /** The clock may be set while we wait. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Timer timer;
    private Optional<Instant> due = Optional.empty();
    private Runnable cancel = () -> {};

    /** Calls again and again, each time after this wait. */
    public interface Timer {
        /** @return what ends it */
        Runnable every(Duration wait);
    }

    /** @param timer calls what then says by {@link #set} what is due next */
    public Alarm(Timer timer) {
        this.timer = timer;
    }

    /** One more thing is due then. */
    public void add(Instant moment, Instant now) {
        if (due.filter(before -> !moment.isBefore(before)).isEmpty()) {
            set(Optional.of(moment), now);
        }
    }

    /** This is due next, whatever was before; empty when nothing is. */
    public void set(Optional<Instant> moment, Instant now) {
        cancel.run();
        due = moment;
        cancel =
                moment.map(it -> timer.every(within(Duration.between(now, it)))).orElse(() -> {});
    }

    /** Whether anything is due, now or later. */
    public boolean isSet() {
        return due.isPresent();
    }

    private static Duration within(Duration wait) {
        return Collections.max(List.of(SHORTEST, Collections.min(List.of(LONGEST, wait))));
    }
}
