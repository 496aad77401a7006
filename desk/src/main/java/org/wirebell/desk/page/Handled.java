package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;
import static org.wirebell.desk.page.Node.text;

import java.util.Locale;
import org.wirebell.model.Action;
import org.wirebell.model.Alert;
import org.wirebell.model.Handling;

/** The part of an alert's row that people wrote: who has seen it, who looks after it, what was said, and what can be done now. */
final class Handled {
    private Handled() {}

    /** What the scripts must know of the alert to do something about it. */
    static Node.Element described(Node.Element row, Alert alert) {
        var series = alert.series();
        return row.with("data-alert", alert.id())
                .with("data-rank", Integer.toString(alert.priority().ordinal()))
                .with("data-revision", Integer.toString(alert.revision()))
                .with("data-rule", alert.rule())
                .withIf(!alert.desk().isEmpty(), "data-desk", alert.desk())
                .withIf(
                        series.isPresent(),
                        "data-series",
                        series.map(s -> s.key()).orElse(""))
                .withIf(
                        series.filter(s -> !s.place().isEmpty()).isPresent(),
                        "data-place",
                        series.map(s -> s.place()).orElse(""));
    }

    /** In words and in front of the title, where an alert must not be read as it stands. */
    static Node stands(Alert alert) {
        var line = el("p.stands." + AlertRow.css(alert.state()));
        return switch (alert.state()) {
            case OPEN ->
                alert.reason() == Alert.Reason.CORRECTED
                        ? el("p.stands.corrected", "Corrected: the number before no longer stands.")
                        : line.with("hidden", "");
            case HELD -> line.text("Held: not to be used until it is released.");
            case WITHDRAWN -> line.text("Withdrawn: it was taken back, and those who were told have heard so.");
            case CLOSED -> closed(line, alert.handled());
        };
    }

    private static Node closed(Node.Element line, Handling handled) {
        return handled.into().isEmpty()
                ? line.text("Closed: nothing more is expected of it.")
                : line.add(
                        text("Closed: it goes on in "),
                        el("a", "another alert").with("href", "/alerts/" + handled.into()),
                        text("."));
    }

    static Node origins(Alert alert) {
        int n = alert.corroborated();
        var said = n == 1 ? "One origin so far" : "Confirmed by " + Words.number(n) + " origins";
        return el(n > 1 ? "span.origins.many" : "span.origins", said).withIf(n == 0, "hidden", "");
    }

    static Node line(Alert alert, Look look) {
        var handled = alert.handled();
        var line = el("p.handled");
        if (handled.ack().isPresent()) {
            var ack = handled.ack().get();
            var stands = stands(ack, alert, look);
            line = line.add(el(
                    stands ? "span.ack" : "span.ack.past",
                    text(stands ? "Seen by " : "Was seen by "),
                    el("strong", ack.by()).with("dir", "auto"),
                    text(ack.revision() < alert.revision() ? " at revision " + ack.revision() + ", " : ", "),
                    text(look.now().isBefore(ack.until()) ? "until " : "ran out "),
                    look.clock(ack.until())));
        }
        if (!handled.assignee().isEmpty()) {
            line = line.add(el(
                    "span.assignee",
                    text("With "),
                    el("strong", handled.assignee()).with("dir", "auto")));
        }
        if (!alert.desk().isEmpty()) {
            line = line.add(el("span.desk", "Desk " + alert.desk()));
        }
        return line.withIf(line.children().isEmpty(), "hidden", "");
    }

    private static boolean stands(Handling.Ack ack, Alert alert, Look look) {
        return ack.revision() >= alert.revision() && look.now().isBefore(ack.until());
    }

    static Node remarks(Alert alert, Look look, boolean open) {
        var remarks = alert.handled().remarks();
        var lines = remarks.reversed().stream()
                .map(r -> el(
                        "li",
                        el("strong", r.by()).with("dir", "auto"),
                        el("span", did(r.verb())),
                        el("span.note", r.note()).with("dir", "auto"),
                        look.clock(r.at())))
                .toList();
        return AlertRow.details("remarks", Words.count(remarks.size(), "remark", "remarks"), open)
                .add(el("ul.remarks", lines))
                .withIf(remarks.isEmpty(), "hidden", "");
    }

    static String did(Action.Verb verb) {
        return switch (verb) {
            case ACK -> "has seen it";
            case UNACK -> "took the acknowledgement back";
            case ASSIGN -> "assigned it";
            case NOTE -> "noted";
            case HOLD -> "held it";
            case RELEASE -> "released it";
            case WITHDRAW -> "withdrew it";
            case CLOSE -> "closed it";
            case BREAKING -> "let it through as breaking";
        };
    }

    /** Buttons, hidden by the style where no script runs; the word of each says what it does now. */
    static Node deeds(Alert alert, Look look) {
        var handled = alert.handled();
        var seen = handled.ack().filter(a -> stands(a, alert, look)).isPresent();
        var bar = el("div.deeds").with("role", "group").with("aria-label", "What to do");
        if (alert.state() == Alert.State.WITHDRAWN || alert.state() == Alert.State.CLOSED) {
            return bar.add(button("note", "Note", "c"));
        }
        return bar.add(
                seen ? button("unack", "Not seen", "a") : button("ack", "Acknowledge", "a"),
                button("assign", "Assign", "e"),
                button("note", "Note", "c"),
                button("silence", "Silence", "s"),
                alert.state() == Alert.State.HELD ? button("release", "Release", "h") : button("hold", "Hold", "h"),
                button("breaking", "Breaking", "b"));
    }

    private static Node button(String verb, String word, String key) {
        return el("button", word)
                .with("type", "button")
                .with("data-verb", verb.toLowerCase(Locale.ROOT))
                .with("aria-keyshortcuts", key);
    }
}
