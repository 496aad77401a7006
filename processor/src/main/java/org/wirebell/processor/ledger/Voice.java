package org.wirebell.processor.ledger;

import org.wirebell.model.Claim;

/**
 * Who speaks: a named claimant is one voice through whichever outlet; where nobody in particular is named, each origin is a
 * voice of its own.
 */
record Voice(String name, boolean named) {
    static Voice of(Claim claim) {
        return Claimants.named(claim.claimant())
                ? new Voice(claim.claimant(), true)
                : new Voice("~" + claim.origin(), false);
    }

    /** Two different named claimants: only these can contradict each other. */
    boolean other(Voice voice) {
        return named && voice.named && !name.equals(voice.name);
    }
}
