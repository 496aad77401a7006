package org.wirebell.alerts.decide;

import java.time.Instant;
import org.wirebell.model.Notice;

/**
 * A notice that is kept back.
 *
 * @param notice of the latest revision
 * @param since when the first revision began to wait
 * @param due when it goes
 */
public record Waiting(Notice notice, Why why, Instant since, Instant due) {
    /** Why it waits; a metric tag. */
    public enum Why {
        /** More of the same may come. */
        GROUPING,
        QUIET,
        OVER_BUDGET,
        STORM,
        /** For the next digest only; it was not to be told by itself. */
        DIGEST
    }
}
