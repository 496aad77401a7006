package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;
import static org.wirebell.desk.page.Node.text;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.wirebell.desk.board.Position;
import org.wirebell.desk.board.Shift;

/** What changed since a shift began: for those who take over. */
public final class ShiftScreen {
    private static final int[] HOURS = {1, 4, 8, 12, 24};

    private ShiftScreen() {}

    public static Node page(Shift shift, String complaint, Look look, Position heard) {
        var parts = new ArrayList<Node>();
        parts.add(el("h1", "Since my shift began"));
        parts.add(el("p.lead", text("What changed since "), look.clock(shift.since()), text(", the gravest first.")));
        parts.add(form(shift, complaint, look));
        parts.add(Shell.news());
        parts.add(Shell.region("shift", "/shift?since=" + shift.since(), groups(shift, look)));
        return Shell.page(Shell.Screen.SHIFT, "Shift", look, heard, "", List.of(el("section.sheet", parts)));
    }

    private static List<Node> groups(Shift shift, Look look) {
        var parts = new ArrayList<Node>();
        shift.groups()
                .forEach((group, lines) -> parts.add(el(
                        "section.shift",
                        el("h2", heading(group) + " \u00b7 " + lines.size()),
                        el(
                                "ul.shift-lines",
                                lines.stream().map(l -> line(l, look)).toList()))));
        if (shift.groups().isEmpty()) {
            parts.add(el("p.empty", "Nothing has changed since then."));
        }
        return parts;
    }

    private static Node form(Shift shift, String complaint, Look look) {
        var local = LocalDateTime.ofInstant(shift.since(), look.zone()).truncatedTo(ChronoUnit.MINUTES);
        var quick = el("span.order").with("role", "group").with("aria-label", "Length of the shift");
        for (int hours : HOURS) {
            quick = quick.add(el("a", hours + " h")
                    .with("href", "/shift?since=" + look.now().minus(Duration.ofHours(hours))));
        }
        var form = el(
                        "form.filter",
                        el(
                                "label",
                                text("Began "),
                                el("input")
                                        .with("type", "datetime-local")
                                        .with("name", "since")
                                        .with("id", "since")
                                        .with("data-at", shift.since().toString())
                                        .with("value", local.toString())),
                        el("span.detail", look.zone().getId()).with("id", "since-zone"),
                        el("button", "Show").with("type", "submit"),
                        quick)
                .with("method", "get")
                .with("action", "/shift")
                .with("id", "shift");
        return complaint.isEmpty() ? form : form.add(el("p.wrong", complaint));
    }

    private static String heading(Shift.Group group) {
        return switch (group) {
            case TAKEN_BACK -> "Taken back";
            case HELD -> "Held";
            case CORRECTED -> "Corrected or lowered";
            case CONFLICT -> "Claims conflict";
            case NEW -> "New";
            case CHANGED -> "Changed";
            case HANDLED -> "Handled by colleagues";
        };
    }

    private static Node line(Shift.Line line, Look look) {
        var alert = line.alert();
        var item = el(
                        "li." + AlertRow.css(alert.priority()),
                        AlertRow.priority(alert.priority()),
                        Look.foreign(el("a.shift-title", alert.title()).with("href", "/alerts/" + alert.id()), ""))
                .with("data-key", AlertRow.key(alert.id()));
        if (alert.after().isPresent() || line.before().isPresent()) {
            var was = line.before().map(b -> Words.reading(b) + " \u2192 ").orElse("");
            item = item.add(
                    el("span.readings", was + alert.after().map(Words::reading).orElse("no number stands")));
        }
        if (line.revisions() > 0) {
            item = item.add(el("span.detail", Words.count(line.revisions(), "revision", "revisions") + " since then"));
        }
        item = item.add(look.clock(alert.received()));
        if (line.unseen()) {
            item = item.add(el("span.chip", "Not acknowledged"));
        }
        for (var remark : line.remarks()) {
            item = item.add(el(
                    "span.shift-remark",
                    el("strong", remark.by()).with("dir", "auto"),
                    text(" " + Handled.did(remark.verb()) + (remark.note().isEmpty() ? "" : ": ")),
                    el("span", remark.note()).with("dir", "auto")));
        }
        return item;
    }
}
