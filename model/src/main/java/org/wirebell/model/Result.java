package org.wirebell.model;

import java.time.Instant;
import java.util.Map;

/**
 * What became of a notice.
 *
 * @param attempts how many times it was tried, including this one
 * @param handle what the channel calls the message, by which it can be changed or answered; empty when it gives no such name
 * @param latencySeconds from the item's receipt to this outcome
 */
public record Result(
        String notice,
        String alert,
        String receiver,
        Outcome outcome,
        int attempts,
        Instant at,
        double latencySeconds,
        String detail,
        String handle,
        Map<String, Object> more) {
    public Result {
        more = Map.copyOf(more);
    }

    /** A result without a handle. */
    public Result(
            String notice,
            String alert,
            String receiver,
            Outcome outcome,
            int attempts,
            Instant at,
            double latencySeconds,
            String detail,
            Map<String, Object> more) {
        this(notice, alert, receiver, outcome, attempts, at, latencySeconds, detail, "", more);
    }

    /** All but {@code LATER} are final. */
    public enum Outcome {
        SENT,
        LATER,
        REFUSED,
        EXPIRED,
        SUPERSEDED,
        /** Planned, and not sent for the reason in {@code detail}. */
        SUPPRESSED;

        public boolean isFinal() {
            return this != LATER;
        }
    }
}
