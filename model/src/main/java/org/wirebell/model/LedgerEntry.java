package org.wirebell.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of one series: every claimant side by side, the interval that the claims leave, and a short history.
 *
 * @param current the newest most specific claim of the preferred claimant; absent when all were struck
 * @param low smallest, {@code best} preferred and {@code high} largest number that stands
 * @param claims the claims that stand, one per claimant and origin
 * @param held the newest claims that wait for a person, oldest first
 * @param history steps, oldest first: all of the last ones, before these one a month; the full history is the {@code updates}
 *     topic
 */
public record LedgerEntry(
        Series series,
        State state,
        Optional<Claim> current,
        Optional<Long> low,
        Optional<Long> best,
        Optional<Long> high,
        List<Claim> claims,
        List<Held> held,
        List<Step> history,
        Instant opened,
        Instant updated,
        Map<String, Object> more) {
    public LedgerEntry {
        claims = List.copyOf(claims);
        held = List.copyOf(held);
        history = List.copyOf(history);
        more = Map.copyOf(more);
    }

    public enum State {
        OPEN,
        DISPUTED,
        HELD,
        EMPTY
    }

    /** A claim that does not count until a person has released it, and why. */
    public record Held(Claim claim, String why) {}

    /** One point of the time line, with the sentence that it came from. */
    public record Step(
            Update.Kind kind,
            Optional<Long> value,
            Figure.Bound bound,
            String claimant,
            Instant asOf,
            String sentence,
            String link,
            String source) {}
}
