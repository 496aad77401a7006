package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;
import static org.wirebell.desk.page.Node.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirebell.desk.api.Standing;
import org.wirebell.desk.board.Told;

/** The rules of the configuration, each with what became of it. */
final class ConfiguredRules {
    private static final String QUARANTINED = "quarantined: ";

    private ConfiguredRules() {}

    /**
     * @param here ids of rules that were made here: they hold instead of those of the configuration
     */
    static Node of(Standing standing, Set<String> here, List<Told> alerts, Look look) {
        var faults = standing.faults();
        var note = "They stand in the configuration. A rule that is edited here holds instead, until it is deleted."
                + (faults.isPresent()
                        ? ""
                        : " Which of them are quarantined, the process knows that plans the alerts.");
        var rows = standing.rules().stream()
                .map(r -> row(r, here.contains(r.id()), faults.orElse(Map.of()), alerts, look))
                .toList();
        return el(
                "div",
                el("p.detail", note),
                rows.isEmpty() ? el("p.empty", "The configuration has no rules.") : el("ul.rules", rows));
    }

    private static Node row(
            Standing.Configured rule, boolean replaced, Map<String, String> faults, List<Told> alerts, Look look) {
        var top = el("p.rule-top", el("strong", rule.id()));
        if (!rule.title().equals(rule.id())) {
            top = top.add(el("span", rule.title()).with("dir", "auto"));
        }
        top = top.add(el("span.chip", rule.priority()));
        if (replaced) {
            top = top.add(el("span.chip.paused", "Replaced by the one made here"));
        } else if (rule.dry()) {
            top = top.add(el("span.chip.dry-run", "Dry run: decided, never told"));
        }
        var told =
                rule.receivers().isEmpty() ? "told on the page only" : "told to " + String.join(", ", rule.receivers());
        return el(
                        "li.rule",
                        top.add(el("span.detail", RuleScreen.fired(rule.id(), alerts, look))),
                        replaced ? text("") : fault(rule.id(), faults),
                        el(
                                        "p.detail",
                                        "Desk " + rule.desk() + ", " + told
                                                + (rule.note().isEmpty() ? "" : " \u00b7 " + rule.note()))
                                .with("dir", "auto"),
                        replaced
                                ? text("")
                                : el(
                                        "p.deeds",
                                        el("a", "Edit here").with("href", "/rules?edit=" + rule.id() + "#edit")),
                        RuleScreen.addresses(rule.id()),
                        el(
                                        "details",
                                        el("summary", "Its text"),
                                        el("pre", rule.text()).with("dir", "auto"))
                                .with("data-name", "text"))
                .with("data-key", "configured:" + rule.id());
    }

    /** Why a rule does not speak; nothing for one that does. */
    static Node fault(String id, Map<String, String> faults) {
        if (!faults.containsKey(id)) {
            return text("");
        }
        var why = String.valueOf(faults.get(id));
        var quarantined = why.startsWith(QUARANTINED);
        return el(
                "p.fault",
                el("strong", quarantined ? "Quarantined" : "Left out"),
                text(": " + (quarantined ? why.substring(QUARANTINED.length()) : why)));
    }
}
