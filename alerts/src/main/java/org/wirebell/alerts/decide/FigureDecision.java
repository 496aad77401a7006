package org.wirebell.alerts.decide;

import org.wirebell.model.Update;

/** What a rule with a figure condition makes of a change in a series. */
record FigureDecision(Rule rule, String about, Update update, Matched matched, Standing standing) {
    Decision decide() {
        throw new UnsupportedOperationException("being built");
    }
}
