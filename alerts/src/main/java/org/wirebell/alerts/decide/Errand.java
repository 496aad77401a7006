package org.wirebell.alerts.decide;

import java.time.Instant;

/**
 * Something that is due at a moment.
 *
 * @param subject id of an alert, or the name of a desk
 * @param since what it belongs to, so that an errand that came to nothing is known as such
 * @param step number of the escalation step, 0 for all others
 */
public record Errand(Kind kind, String desk, String subject, Instant since, int step, Instant due) {
    public enum Kind {
        /** An alert that nobody acknowledged. */
        ESCALATE,
        /** An acknowledgement that runs out. */
        REMIND,
        /** An alert of which nothing was heard. */
        CLOSE,
        /** What waits for a receiver. */
        RELEASE,
        DIGEST
    }

    /** In the order of time; one of a kind for a subject, a moment and a step. */
    String key() {
        return upTo(due) + "|" + kind.ordinal() + "|" + desk + "|" + subject + "|" + step;
    }

    /** A key after which nothing is due at this moment. */
    static String upTo(Instant moment) {
        return String.format("%016d", Math.max(0, moment.toEpochMilli()));
    }
}
