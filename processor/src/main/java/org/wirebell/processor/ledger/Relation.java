package org.wirebell.processor.ledger;

import java.time.Duration;
import org.wirebell.model.Claim;

/** How two claims of one series lie to each other, apart from their voices. */
final class Relation {
    /** The same words again after so long are a new statement, not a copy. */
    private static final Duration SAME_STATEMENT = Duration.ofHours(12);

    private Relation() {}

    /** Another count in one and the same text, unless two named claimants differ there: nothing that changes the first one. */
    static boolean aside(Claim claim, Claim before) {
        var one = claim.evidence();
        var other = before.evidence();
        return one.family().equals(other.family())
                && one.version().equals(other.version())
                && claim.received().equals(before.received())
                && !Voice.of(claim).other(Voice.of(before))
                && Stated.apart(claim, before, 0);
    }

    static boolean level(Claim claim, Claim held) {
        return Stated.restates(claim, held)
                || Stated.rises(claim, held) && Stated.of(claim) <= Stated.of(held) + Stated.of(held) / 2;
    }

    /** Said again so much later that it is no copy. */
    static boolean later(Claim claim, Claim before) {
        return Duration.between(before.asOf(), claim.asOf()).compareTo(SAME_STATEMENT) >= 0;
    }

    static boolean newer(Claim claim, Claim before) {
        boolean version = claim.evidence().family().equals(before.evidence().family())
                && !claim.received().equals(before.received());
        return claim.asOf().isAfter(before.asOf()) || version;
    }
}
