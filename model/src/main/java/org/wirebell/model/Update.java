package org.wirebell.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change in a series and why; one line of {@code wirebell track}.
 *
 * @param claim id of the claim that did it, for a person who rules on it
 * @param item id of the item that caused it, {@code version} its version
 * @param previous the number that stood before
 * @param start offset of the quote in the item's headline or text, {@code end} exclusive
 * @param why one sentence for people
 * @param corroborated how many independent origins stand behind the value
 * @param backfill caused by an old item of a first poll: shown, rings no bell
 * @param cause the finding that caused it, with the whole item; not printed by {@code track}
 */
public record Update(
        String id,
        String claim,
        String item,
        String version,
        Kind kind,
        Series series,
        Optional<Long> value,
        Optional<Long> low,
        Optional<Long> high,
        Figure.Bound bound,
        Optional<Long> previous,
        String claimant,
        String origin,
        String quote,
        int start,
        int end,
        String why,
        Evidence evidence,
        List<Claim> against,
        int corroborated,
        Instant asOf,
        Instant received,
        boolean backfill,
        Optional<Finding> cause,
        Map<String, Object> more) {
    public Update {
        against = List.copyOf(against);
        more = Map.copyOf(more);
    }

    /** What the claim did to its series. */
    public enum Kind {
        FIRST,
        HIGHER,
        LOWER,
        CONFIRMED,
        CONFLICT,
        RESOLVED,
        RETRACTED,
        RESET,
        HELD,
        CROSSED
    }
}
