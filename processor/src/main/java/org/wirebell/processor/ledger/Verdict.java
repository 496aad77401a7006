package org.wirebell.processor.ledger;

import java.util.List;
import java.util.Optional;
import org.wirebell.model.Claim;
import org.wirebell.model.Update;

/** What a claim does to its series. */
record Verdict(Claim claim, Update.Kind kind, Optional<Long> previous, String why, List<Claim> against) {
    Verdict {
        against = List.copyOf(against);
    }
}
