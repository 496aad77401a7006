package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;
import static org.wirebell.desk.page.Node.text;

import java.util.ArrayList;
import java.util.List;
import org.wirebell.model.Silence;

/** What is silenced, by whom, why and until when, with what ends or prolongs it. */
final class SilenceList {
    private SilenceList() {}

    static Node of(List<Silence> silences, Look look) {
        var standing =
                silences.stream().filter(s -> s.until().isAfter(look.now())).toList();
        if (standing.isEmpty()) {
            return el("p.empty", "Nothing is silenced. A silence is made on an alert, with the key s.");
        }
        return el("ul.silences", standing.stream().map(s -> line(s, look)).toList());
    }

    private static Node line(Silence silence, Look look) {
        return el(
                        "li.rule",
                        el(
                                "p.rule-top",
                                el("strong", what(silence)).with("dir", "auto"),
                                el(
                                        "span",
                                        text(silence.covers(look.now()) ? "ends " : "begins later, ends "),
                                        look.due(silence.until())),
                                look.clock(silence.until())),
                        el(
                                        "p.detail",
                                        silence.reason() + " \u00b7 " + silence.by()
                                                + (silence.desk().isEmpty()
                                                        ? ", every desk"
                                                        : ", desk " + silence.desk()))
                                .with("dir", "auto"),
                        el(
                                "p.deeds",
                                button("End it now", "end"),
                                button("2 hours more", "PT2H"),
                                button("1 day more", "P1D")))
                .with("data-key", "silence:" + silence.id())
                .with("data-silence", silence.id())
                .with("data-until", silence.until().toString());
    }

    private static Node button(String word, String change) {
        return el("button", word).with("type", "button").with("data-change", change);
    }

    private static String what(Silence silence) {
        var parts = new ArrayList<String>();
        if (!silence.rules().isEmpty()) {
            parts.add("rule " + String.join(", ", silence.rules()));
        }
        if (!silence.places().isEmpty()) {
            parts.add("in "
                    + String.join(
                            ", ", silence.places().stream().map(Words::place).toList()));
        }
        silence.query().ifPresent(q -> parts.add("items with " + q));
        silence.series()
                .ifPresent(s -> parts.add("the figure " + s.replace("|", " ").strip()));
        return String.join(" and ", parts);
    }
}
