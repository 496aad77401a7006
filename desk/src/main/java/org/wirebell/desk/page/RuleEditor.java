package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;
import static org.wirebell.desk.page.Node.text;

import java.util.List;
import java.util.stream.Stream;
import org.wirebell.desk.api.Standing;
import org.wirebell.model.StoredRule;

/** Where a rule is made or edited; {@code rules.js} tries it while it is typed. */
final class RuleEditor {
    private RuleEditor() {}

    /**
     * @param version 0 for a rule of the configuration, which was never changed here
     */
    private record Open(String id, String text, int version) {}

    /**
     * @param edit id of a rule that was made here, or of one of the configuration, whose next version then stands here; empty for a new one
     */
    static Node of(String edit, List<StoredRule> stored, List<Standing.Configured> configured) {
        var open = stored.stream()
                .filter(r -> r.id().equals(edit))
                .map(r -> new Open(r.id(), r.text(), r.version()))
                .findFirst()
                .or(() -> configured.stream()
                        .filter(r -> r.id().equals(edit))
                        .map(r -> new Open(r.id(), r.text(), 0))
                        .findFirst());
        var starts =
                el("select", el("option", "An empty rule").with("value", "")).with("id", "start");
        for (var start : Starts.ALL) {
            starts = starts.add(el("option", start.title()).with("value", start.text()));
        }
        var given = open.map(Open::text).orElse("");
        var id = open.map(Open::id).orElse("");
        var form = el(
                        "form.edit",
                        el("label", el("span", "Begin with"), starts).withIf(open.isPresent(), "hidden", ""),
                        el(
                                "label",
                                el("span", "The rule, as in the configuration"),
                                el("textarea", given)
                                        .with("name", "text")
                                        .with("id", "rule-text")
                                        .with("rows", "10")
                                        .with("spellcheck", "false")
                                        .with("dir", "auto")
                                        .with("required", "")),
                        el("p.trial").with("id", "trial").with("role", "status"),
                        el(
                                "label",
                                el("span", "Why, for colleagues"),
                                el("input").with("name", "note")),
                        el(
                                "p.buttons",
                                el("button.main", "Keep it")
                                        .with("type", "submit")
                                        .with("value", "active"),
                                el("button", "Keep it as dry run")
                                        .with("type", "submit")
                                        .with("value", "dry_run"),
                                open.isEmpty()
                                        ? text("")
                                        : el("a", "Make a new one instead").with("href", "/rules#edit")))
                .with("id", "rule-form")
                .withIf(open.isPresent(), "data-id", id)
                .withIf(
                        open.isPresent(),
                        "data-version",
                        open.map(r -> "" + r.version()).orElse("0"));
        var heading = open.isPresent() ? "Edit " + id : "Make a rule";
        return el(
                        "section",
                        Stream.<Node>of(
                                        el("h2", heading).with("id", "edit"),
                                        form,
                                        el("noscript", el("p", "Rules are made with JavaScript, or through the API.")))
                                .toList())
                .with("aria-labelledby", "edit");
    }
}
