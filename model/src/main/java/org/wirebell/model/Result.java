package org.wirebell.model;

import java.time.Instant;
import java.util.Map;

/**
 * What became of a notice.
 *
 * @param attempts how many times it was tried, including this one
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
        Map<String, Object> more) {
    public Result {
        more = Map.copyOf(more);
    }

    /** All but {@code LATER} are final. */
    public enum Outcome {
        SENT,
        LATER,
        REFUSED,
        EXPIRED,
        SUPERSEDED;

        public boolean isFinal() {
            return this != LATER;
        }
    }
}
