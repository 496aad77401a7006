package org.wirebell.alerts.decide;

import org.wirebell.model.Notice;

/** What becomes of a notice. */
sealed interface Fate {
    /** It goes, with or without a sound. */
    record Goes(Notice notice) implements Fate {}

    /** It does not go, and says why. */
    record Muted(Notice notice) implements Fate {}

    record Waits(Waiting waiting) implements Fate {}
}
