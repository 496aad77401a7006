package org.wirebell.model;

import java.time.Instant;
import java.util.Map;

/**
 * What a person decided about a claim that was held. The newest ruling on a claim is the one that counts.
 *
 * @param claim id of the claim, see {@link Claim#id()}
 * @param series where it stands, so that the ledger finds it
 * @param actor who decided
 * @param note why, in words for colleagues
 */
public record Ruling(
        String claim, Series series, Verdict verdict, String actor, Instant at, String note, Map<String, Object> more) {
    public Ruling {
        if (claim.isBlank() || actor.isBlank()) {
            throw new IllegalArgumentException("a ruling names its claim and who decided");
        }
        more = Map.copyOf(more);
    }

    /** Released: it counts as if it had never been doubted. Rejected: it counts for nothing and backs no other claim. */
    public enum Verdict {
        RELEASE,
        REJECT
    }
}
