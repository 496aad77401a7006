package org.wirebell.processor.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.wirebell.model.Claim;
import org.wirebell.model.Update;

/**
 * What a claim does to its series.
 *
 * @param why one sentence for people, put into words only when it is asked for: most verdicts are gone through without being told
 */
record Verdict(Claim claim, Update.Kind kind, Optional<Long> previous, Supplier<String> why, List<Claim> against) {
    Verdict {
        against = List.copyOf(against);
    }
}
