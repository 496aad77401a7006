package org.wirebell.alerts.decide;

import java.time.Instant;
import org.wirebell.model.Finding;

/** What a rule without a figure condition makes of an item. */
record ItemDecision(Rule rule, String about, Finding finding, Matched matched, Standing standing, Instant at) {
    Decision decide() {
        throw new UnsupportedOperationException("being built");
    }
}
