package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;
import static org.wirebell.desk.page.Node.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wirebell.desk.api.Standing;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.Position;
import org.wirebell.desk.board.Told;
import org.wirebell.model.StoredRule;

/** The rules that were made here and those of the configuration, a place to make and try one, the desks, and what is silenced. */
public final class RuleScreen {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private RuleScreen() {}

    /**
     * @param edit id of the rule that is edited; empty to make one
     */
    public static Node page(Board board, Standing standing, String edit, Look look, Position heard) {
        var stored = board.rules().stream()
                .filter(r -> r.state() != StoredRule.State.DELETED)
                .toList();
        var alerts = board.alerts();
        var faults = standing.faults().orElse(Map.of());
        var parts = new ArrayList<Node>();
        parts.add(el("h1", "Rules"));
        parts.add(el("p.lead", "What the desks want to hear of, what it would have rung for, and what is silenced."));
        parts.add(Shell.news());
        parts.add(el("h2", "Made here"));
        parts.add(region(
                "made",
                stored.isEmpty()
                        ? el("p.empty", "No rule was made here yet. Make one below.")
                        : el(
                                "ul.rules",
                                stored.stream()
                                        .map(r -> stored(r, faults, alerts, look))
                                        .toList())));
        parts.add(RuleEditor.of(edit, stored, standing.rules()));
        parts.add(el("h2", "Of the configuration"));
        var here = stored.stream().map(StoredRule::id).collect(Collectors.toSet());
        parts.add(region("configured", ConfiguredRules.of(standing, here, alerts, look)));
        parts.add(el("h2", "Desks"));
        parts.add(region("desks", DeskHours.of(standing.desks(), look)));
        parts.add(el("h2", "Silences").with("id", "silences"));
        parts.add(region("silences", SilenceList.of(board.silences(), look)));
        return Shell.page(Shell.Screen.RULES, "Rules", look, heard, "", List.of(el("section.sheet", parts)));
    }

    private static Node region(String name, Node part) {
        return Shell.region(name, "/rules", List.of(part));
    }

    private static Node stored(StoredRule rule, Map<String, String> faults, List<Told> alerts, Look look) {
        var item = el(
                        "li.rule." + AlertRow.css(rule.state()),
                        el(
                                "p.rule-top",
                                el("strong", rule.id()),
                                el("span.chip." + AlertRow.css(rule.state()), state(rule.state())),
                                el("span.detail", fired(rule.id(), alerts, look))),
                        ConfiguredRules.fault(rule.id(), faults),
                        el(
                                "p.detail",
                                text("Desk " + rule.desk() + ", version " + rule.version() + " by " + rule.by() + ", "),
                                look.clock(rule.at()),
                                text(rule.note().isEmpty() ? "" : ": " + rule.note())))
                .with("data-key", "rule:" + rule.id())
                .with("data-id", rule.id())
                .with("data-version", Integer.toString(rule.version()))
                .with("data-text", rule.text());
        var deeds = el("p.deeds", el("a", "Edit").with("href", "/rules?edit=" + rule.id() + "#edit"));
        for (var state : List.of(StoredRule.State.ACTIVE, StoredRule.State.DRY_RUN, StoredRule.State.PAUSED)) {
            if (state != rule.state()) {
                deeds = deeds.add(button(verb(state)).with("data-state", AlertRow.css(state)));
            }
        }
        return item.add(
                deeds.add(button("Delete").with("data-state", "deleted")),
                addresses(rule.id()),
                el("details", el("summary", "Its text"), el("pre", rule.text()).with("dir", "auto"))
                        .with("data-name", "text"));
    }

    private static Node.Element button(String word) {
        return el("button", word).with("type", "button");
    }

    private static String state(StoredRule.State state) {
        return switch (state) {
            case ACTIVE -> "Active";
            case DRY_RUN -> "Dry run: decided, never told";
            case PAUSED -> "Paused";
            case DELETED -> "Deleted";
        };
    }

    private static String verb(StoredRule.State state) {
        return switch (state) {
            case ACTIVE -> "Switch on";
            case DRY_RUN -> "Dry run";
            case PAUSED -> "Pause";
            case DELETED -> "Delete";
        };
    }

    /** As its alerts on the board tell; a revision counts once. */
    static String fired(String rule, List<Told> alerts, Look look) {
        return "fired " + fired(rule, alerts, look, DAY) + " in 24 h, "
                + Words.count(fired(rule, alerts, look, WEEK), "time", "times") + " in 7 d";
    }

    private static long fired(String rule, List<Told> alerts, Look look, Duration back) {
        var from = look.now().minus(back);
        return alerts.stream()
                .map(Told::alert)
                .filter(a -> a.rule().equals(rule) && !a.received().isBefore(from))
                .mapToLong(a -> Math.max(
                        1,
                        a.revisions().stream()
                                .filter(r -> !r.received().isBefore(from))
                                .count()))
                .sum();
    }

    static Node addresses(String rule) {
        var at = "/feeds/rules/" + rule;
        return el(
                "p.addresses",
                text("Follow it as "),
                el("a", "Atom").with("href", at + ".atom"),
                text(", "),
                el("a", "JSON Feed").with("href", at + ".json"),
                text(" or as live stream "),
                el("code", "/stream?q=" + rule));
    }
}
