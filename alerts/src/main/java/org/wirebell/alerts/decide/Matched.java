package org.wirebell.alerts.decide;

import java.util.List;

/**
 * What a rule's query said of an item.
 *
 * @param matches true also for a rule without a query
 * @param saw the words found, for people
 */
public record Matched(boolean matches, List<String> saw) {
    public static final Matched NO_QUERY = new Matched(true, List.of());
    public static final Matched NO = new Matched(false, List.of());

    public Matched {
        saw = List.copyOf(saw);
    }
}
