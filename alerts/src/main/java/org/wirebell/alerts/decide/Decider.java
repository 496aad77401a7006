package org.wirebell.alerts.decide;

import java.time.Duration;
import java.time.Instant;
import org.wirebell.model.Ids;

/** The one question of this room: what does this rule make of that, given what it has told before? */
public final class Decider {
    private Decider() {}

    /**
     * The alert that a rule's answers about a series or an item belong to. A rule that moved to another desk begins anew there,
     * since its alerts stand where the desk's state is; what it told here goes on under the name that it has.
     */
    public static String alertId(String desk, String rule, String about) {
        return desk.equals(Rule.DESK) ? Ids.id(rule, about) : Ids.id(rule, about, desk);
    }

    /**
     * Decides. The same arguments always give the same decision.
     *
     * @param about series key or item family
     * @param at when the happening reached this room
     * @param now when it is decided; later than {@code at} after an outage
     */
    public static Decision decide(
            Rule rule, String about, Happening happening, Matched matched, Standing standing, Instant at, Instant now) {
        var late = Duration.between(at, now);
        return switch (happening) {
            case Happening.Found found ->
                new ItemDecision(rule, about, found.finding(), matched, standing, at, late).decide();
            case Happening.Changed changed -> {
                var asked = rule.figure()
                        .orElseThrow(() -> new IllegalArgumentException("rule " + rule.id() + " asks for no figure"));
                yield new FigureDecision(rule, asked, changed.update(), matched, standing, at, late).decide();
            }
        };
    }
}
