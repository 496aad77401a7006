package org.wirebell.alerts.edge;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast a receiver takes notices: a bucket of {@code burst} tokens, of which one comes back {@code every} so often.
 *
 * @param every zero for no limit
 */
record Pace(int burst, Duration every) {
    static final Pace NONE = new Pace(1, Duration.ZERO);

    /** The tokens of one receiver. Not safe for threads. */
    static final class Bucket {
        private final Pace pace;
        private Instant full = Instant.MIN;

        Bucket(Pace pace) {
            this.pace = pace;
        }

        /** Takes one and tells when the next may be taken. */
        Instant take(Instant now) {
            full = (full.isAfter(now) ? full : now).plus(pace.every());
            return full.minus(pace.every().multipliedBy(pace.burst() - 1L));
        }
    }
}
