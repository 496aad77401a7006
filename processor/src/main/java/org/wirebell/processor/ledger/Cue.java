package org.wirebell.processor.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.wirebell.model.Claim;

/** Words in a claim's own sentence that say how its number relates to the one before; the list is {@code cues.txt}. */
public enum Cue {
    /** The number was lowered, corrected, or people had been counted twice. */
    LOWER,
    /** The count began again. */
    RESET,
    /** Somebody stands by the number although it was in doubt. */
    REAFFIRM,
    /** A running count of one event is told. */
    TOLL,
    /** Many earlier cases were added at once. */
    BATCH;

    private static final WordList WORDS = WordList.read("cues.txt");

    static List<Cue> of(Claim claim) {
        return Arrays.stream(values()).filter(cue -> cue.in(claim)).toList();
    }

    boolean in(Claim claim) {
        return WORDS.has(name().toLowerCase(Locale.ROOT), claim.evidence().sentence());
    }
}
