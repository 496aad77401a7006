package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;
import static org.wirebell.desk.page.Node.text;

import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wirebell.desk.api.Standing;

/** When each desk is told: quiet hours, budget, digests. */
final class DeskHours {
    private DeskHours() {}

    static Node of(List<Standing.Hours> desks, Look look) {
        return desks.isEmpty()
                ? el("p.empty", "No desk is known here.")
                : el("ul.rules", desks.stream().map(d -> row(d, look)).toList());
    }

    private static Node row(Standing.Hours desk, Look look) {
        var top = el("p.rule-top", el("strong", desk.desk()).with("dir", "auto"));
        top = desk.quiet().isEmpty()
                ? top.add(el("span", "awake at all hours"))
                : top.add(el(
                        "span", quiet(desk.quiet().get()) + " (" + desk.zone().getId() + ")"));
        if (desk.until().isPresent()) {
            top = top.add(el(
                    "span.chip.paused",
                    text("Quiet now, ends "),
                    look.due(desk.until().get())));
        }
        var more = "Each receiver hears " + Words.count(desk.perHour(), "notice", "notices") + " an hour at most, "
                + desk.burst() + " at once"
                + (desk.digest().isEmpty()
                        ? "."
                        : "; what was kept back comes as a digest at " + times(desk.digest()) + ".");
        return el("li.rule", top, el("p.detail", more)).with("data-key", "desk:" + desk.desk());
    }

    private static String quiet(Standing.Quiet quiet) {
        var days = quiet.days().isEmpty()
                ? "every day"
                : quiet.days().stream()
                        .map(d -> d.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                        .collect(Collectors.joining(", "));
        return "quiet " + quiet.from() + "\u2013" + quiet.to() + ", " + days + "; " + quiet.through()
                + (quiet.through().equals("flash") ? " rings" : " and louder ring") + " all the same";
    }

    private static String times(List<LocalTime> times) {
        return times.stream().map(LocalTime::toString).collect(Collectors.joining(" and "));
    }
}
