package org.wirebell.desk.archive;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is looked for.
 *
 * @param query in the language of the rules; empty for everything
 * @param only values that the items must have
 * @param since when they reached us at the earliest
 * @param skip so many are left out, for a further page
 */
public record Search(String query, Map<Facet, String> only, Optional<Instant> since, int skip, int most) {
    public static final int DEEPEST = 10_000;

    public Search {
        only = Map.copyOf(only);
        if (skip < 0 || skip > DEEPEST) {
            throw new IllegalArgumentException("from must be 0 to " + DEEPEST + ", was " + skip);
        }
    }
}
