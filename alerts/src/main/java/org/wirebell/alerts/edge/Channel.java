package org.wirebell.alerts.edge;

import java.util.Optional;
import org.wirebell.model.Notice;

/**
 * A receiver, opened.
 *
 * @param edits whether it can show a quiet change in place of what it showed before
 * @param resolves whether it takes the end of an alert
 * @param acks whether it shows that somebody has seen an alert
 * @param fallback who is told when this one does not answer
 */
record Channel(Notifier notifier, boolean edits, boolean resolves, boolean acks, Pace pace, Optional<String> fallback) {
    /** Without limits and fallback. */
    static Channel of(Notifier notifier) {
        return new Channel(notifier, false, false, false, Pace.NONE, Optional.empty());
    }

    /** Whether it can show such a notice; if not, {@link #lacks} says why. */
    boolean takes(Notice notice) {
        return switch (notice.kind()) {
            case CLOSE -> resolves;
            case ACK -> acks;
            case UPDATE -> edits || !notice.quiet();
            case NEW, CORRECT, WITHDRAW, HOLD, RELEASE, ESCALATE, REMIND, DIGEST, TEST -> true;
        };
    }

    static String lacks(Notice notice) {
        return switch (notice.kind()) {
            case CLOSE -> "channel_cannot_close";
            case ACK -> "channel_cannot_acknowledge";
            case NEW, UPDATE, CORRECT, WITHDRAW, HOLD, RELEASE, ESCALATE, REMIND, DIGEST, TEST -> "channel_cannot_edit";
        };
    }
}
