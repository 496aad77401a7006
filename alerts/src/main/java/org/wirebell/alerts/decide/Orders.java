package org.wirebell.alerts.decide;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What desks have decided, as it stands at one moment: rules, their own settings, silences, and what their receivers can do.
 *
 * @param edits receivers that can show a change without a sound
 * @param closes receivers that want to hear that an alert is over
 * @param acks receivers that want to hear that somebody has seen it
 */
public record Orders(
        RuleBook rules,
        Map<String, Newsdesk> desks,
        Silences silences,
        Set<String> edits,
        Set<String> closes,
        Set<String> acks)
        implements AutoCloseable {
    public Orders {
        desks = Map.copyOf(desks);
        edits = Set.copyOf(edits);
        closes = Set.copyOf(closes);
        acks = Set.copyOf(acks);
    }

    /** Rules alone. */
    public static Orders of(RuleBook rules) {
        return new Orders(rules, Map.of(), Silences.none(), Set.of(Route.PAGE), Set.of(Route.PAGE), Set.of());
    }

    /** A desk that nobody has set up is told as {@link Newsdesk#defaults()} says. */
    Newsdesk desk(String name) {
        return Optional.ofNullable(desks.get(name)).orElseGet(Newsdesk::defaults);
    }

    @Override
    public void close() {
        rules.close();
        silences.close();
    }
}
