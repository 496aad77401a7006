package org.wirebell.alerts.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirebell.model.Alert;
import org.wirebell.model.Evidence;
import org.wirebell.model.Figure;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;
import org.wirebell.model.Silence;

/**
 * What one receiver would hear of the first answer of a rule at some moment, and why: the live route and the live gate, with
 * budgets full and no storm.
 *
 * @param outcome {@code told}, {@code shown} without a sound, {@code waits}, {@code muted}, {@code escalated} when nobody acknowledges,
 *     {@code fallback} when another does not take it
 * @param at when it hears of it; absent when it never does, or when nobody can say
 */
public record Routing(String receiver, String outcome, Optional<Instant> at, String why) {
    private static final String FALLBACK = "fallback";

    /** In the order of the rule, then those that are told while nobody acknowledges. */
    public static List<Routing> of(Orders orders, Rule rule, Priority priority, Instant at) {
        var desk = orders.desk(rule.deskName());
        var gate = new Gate(orders, rule.deskName(), DeskState.NONE, at);
        var routes = new ArrayList<Routing>();
        for (var notice : sample(rule, priority, at).notices()) {
            routes.add(routing(rule, desk, gate.fate(notice, mute(orders, rule, at)), at));
        }
        desk.escalation().stream()
                .filter(step -> step.isFor(priority))
                .forEach(step -> step.receivers()
                        .forEach(receiver -> routes.add(new Routing(
                                receiver,
                                "escalated",
                                Optional.of(at.plus(step.after())),
                                "when nobody acknowledges within " + step.after()))));
        return routes;
    }

    /**
     * The same with those that are told in the place of receivers which do not answer, behind each.
     *
     * @param fallbacks names of those, by the receiver that they stand in for
     * @param flash how long a flash waits for its receiver
     */
    public static List<Routing> with(
            Map<String, String> fallbacks, List<Routing> routes, Priority priority, Duration flash) {
        var all = new ArrayList<Routing>();
        for (var route : routes) {
            all.add(route);
            var failing = route;
            while (failing.at().isPresent() && fallbacks.containsKey(failing.receiver())) {
                failing = failing.instead(fallbacks.get(failing.receiver()), priority, flash);
                all.add(failing);
            }
        }
        return all;
    }

    private Routing instead(String other, Priority priority, Duration flash) {
        return priority == Priority.FLASH
                ? new Routing(
                        other,
                        FALLBACK,
                        at.map(flash::addTo).map(Instant::from),
                        "when " + receiver + " has not taken it within " + flash)
                : new Routing(
                        other,
                        FALLBACK,
                        at,
                        "when " + receiver + " refuses it or has not taken it within " + Notices.OTHER_LIFE);
    }

    /** Silences that hold at this moment and may cover an answer of the rule, depending on what it is about. */
    public static List<Silence> doubtful(Orders orders, Rule rule, Instant at) {
        return holding(orders, rule, at).filter(silence -> !plain(silence)).toList();
    }

    private static Decision.Speak sample(Rule rule, Priority priority, Instant at) {
        var evidence =
                new Evidence("", "", "", "", "", Optional.empty(), Figure.Part.HEADLINE, "", "", 0, 0, 0, "route");
        return new Speech(
                        rule.title(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        List.of(),
                        evidence,
                        "und",
                        "",
                        "",
                        0,
                        priority,
                        at,
                        at,
                        List.of())
                .speak(rule, "route", Standing.NONE, Alert.State.OPEN, Alert.Reason.FIRST, Notice.Kind.NEW);
    }

    private static Optional<String> mute(Orders orders, Rule rule, Instant at) {
        return rule.dry()
                ? Optional.of(Mute.DRY_RUN)
                : holding(orders, rule, at).filter(Routing::plain).findFirst().map(Mute::silenced);
    }

    private static Stream<Silence> holding(Orders orders, Rule rule, Instant at) {
        return orders.silences().all().stream()
                .filter(silence -> silence.covers(at)
                        && (silence.desk().isEmpty() || silence.desk().equals(rule.deskName()))
                        && (silence.rules().isEmpty() || silence.rules().contains(rule.id())));
    }

    private static boolean plain(Silence silence) {
        return silence.places().isEmpty()
                && silence.query().isEmpty()
                && silence.series().isEmpty();
    }

    private static Routing routing(Rule rule, Newsdesk desk, Fate fate, Instant at) {
        var named = "rule " + rule.id() + " names it";
        return switch (fate) {
            case Fate.Goes goes -> {
                var notice = goes.notice();
                var why = notice.receiver().equals(Route.PAGE) ? "the page shows everything" : named;
                yield new Routing(notice.receiver(), notice.quiet() ? "shown" : "told", Optional.of(at), why);
            }
            case Fate.Muted muted ->
                new Routing(
                        muted.notice().receiver(),
                        "muted",
                        Optional.empty(),
                        muted.notice().silence());
            case Fate.Waits waits -> {
                var waiting = waits.waiting();
                var why = switch (waiting.why()) {
                    case QUIET -> "quiet hours of desk " + rule.deskName() + " in " + desk.zone();
                    case GROUPING -> "more of the same may come";
                    case OVER_BUDGET, STORM, DIGEST -> waiting.why().name().toLowerCase(Locale.ROOT);
                };
                yield new Routing(waiting.notice().receiver(), "waits", Optional.of(waiting.due()), why);
            }
        };
    }
}
