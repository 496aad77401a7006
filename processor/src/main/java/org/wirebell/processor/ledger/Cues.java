package org.wirebell.processor.ledger;

import org.wirebell.model.Claim;
import org.wirebell.model.WireSignal;

/** Words in a claim's own sentence that say how it relates to the number before; the list is {@code cues.txt}. */
final class Cues {
    private static final WordList WORDS = WordList.read("cues.txt");

    private Cues() {}

    /** The number was lowered, corrected, or people had been counted twice. */
    static boolean lower(Claim claim) {
        return WORDS.has("lower", claim.evidence().sentence());
    }

    /** The count began again. */
    static boolean reset(Claim claim) {
        return WORDS.has("reset", claim.evidence().sentence());
    }

    /** Somebody stands by the number although it was in doubt. */
    static boolean reaffirmed(Claim claim) {
        return WORDS.has("reaffirm", claim.evidence().sentence());
    }

    /** Many earlier cases were added at once. */
    static boolean batch(Claim claim) {
        return WORDS.has("batch", claim.evidence().sentence());
    }

    static boolean correction(Posting posting) {
        return posting.cause().item().says(WireSignal.CORRECTION);
    }
}
