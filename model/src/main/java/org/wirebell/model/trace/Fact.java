package org.wirebell.model.trace;

import java.util.Locale;

/**
 * What a span may tell, and nothing else: ids, counts and words of ours. No text of an item, no address and no secret
 * is among them.
 */
public enum Fact {
    /** Source and id of the item. */
    ITEM,
    SOURCE,
    /** The reader that understood it. */
    FORMAT,
    /** What came of the step, in one word of ours. */
    OUTCOME,
    /** Why, in one word of ours. */
    WHY,
    /** How many were read. */
    FIGURES,
    STORY,
    /** How many of the figures are claims for the ledger. */
    CLAIMS,
    /** How many changes of series. */
    UPDATES,
    RULE,
    ALERT,
    REVISION,
    /** How many are to be sent. */
    NOTICES,
    NOTICE,
    RECEIVER,
    /** Its number, from 1. */
    ATTEMPT;

    private final String key = "wirebell." + name().toLowerCase(Locale.ROOT);

    /** Name of the attribute. */
    public String key() {
        return key;
    }
}
