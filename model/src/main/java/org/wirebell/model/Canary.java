package org.wirebell.model;

/**
 * The item that is sent through everything once a minute to prove that it works. Its source, rule, desk and receiver share one name; screens
 * and archives leave it out.
 */
public final class Canary {
    public static final String NAME = "wirebell-canary";

    private Canary() {}

    /** Whether an alert is its answer. */
    public static boolean is(Alert alert) {
        return alert.rule().equals(NAME);
    }

    /** Whether a story is made of nothing else. */
    public static boolean is(Story story) {
        return story.id().startsWith(NAME + "|");
    }

    /** Whether an item, or a finding's item, is the canary. */
    public static boolean is(Item item) {
        return item.source().equals(NAME);
    }
}
