package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;
import static org.wirebell.desk.page.Node.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirebell.desk.board.Delivery;
import org.wirebell.desk.board.Position;
import org.wirebell.desk.board.Told;
import org.wirebell.model.Result;

/** What was sent to whom and what became of it, and what was not sent and why. */
public final class SentScreen {
    private static final int MOST = 300;

    private SentScreen() {}

    /** What became of a notice, as people ask for it. */
    public enum Fate {
        ALL("Everything"),
        SENT("Sent"),
        WAITING("Waiting"),
        FAILED("Failed"),
        NOT_SENT("Not sent");

        private final String word;

        Fate(String word) {
            this.word = word;
        }

        static Fate of(Delivery d) {
            if (!d.goes()) {
                return NOT_SENT;
            }
            return switch (d.outcome().orElse(Result.Outcome.LATER)) {
                case SENT -> SENT;
                case LATER -> WAITING;
                case REFUSED, EXPIRED -> FAILED;
                case SUPERSEDED, SUPPRESSED -> NOT_SENT;
            };
        }
    }

    /**
     * Which notices are asked for.
     *
     * @param receiver empty for all
     * @param alert id of one alert; empty for all
     */
    public record Asked(String receiver, String alert, Fate fate) {
        String address() {
            return "/sent?receiver=" + encoded(receiver) + "&alert=" + encoded(alert) + "&outcome="
                    + AlertRow.css(fate);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        boolean holds(Line line) {
            return (receiver.isEmpty() || receiver.equals(line.delivery().receiver()))
                    && (alert.isEmpty() || alert.equals(line.told().alert().id()))
                    && (fate == Fate.ALL || fate == Fate.of(line.delivery()));
        }
    }

    private record Line(Told told, Delivery delivery) {}

    public static Node page(List<Told> alerts, Asked asked, Look look, Position heard) {
        var all = alerts.stream()
                .flatMap(t -> t.deliveries().stream().map(d -> new Line(t, d)))
                .sorted(Comparator.comparing((Line l) -> l.delivery().at())
                        .reversed()
                        .thenComparing(l -> l.delivery().notice()))
                .toList();
        var receivers = all.stream()
                .map(l -> l.delivery().receiver())
                .distinct()
                .sorted()
                .toList();
        var found = all.stream().filter(asked::holds).toList();
        var parts = new ArrayList<Node>();
        parts.add(el("h1", "Sent"));
        parts.add(
                el("p.lead", "Every notice of the alerts on this desk, newest first: to whom, and what became of it."));
        parts.add(form(asked, receivers));
        parts.add(Shell.news());
        var notices = new ArrayList<Node>();
        if (found.isEmpty()) {
            notices.add(el("p.empty", all.isEmpty() ? "Nothing was to be sent yet." : "No notice is like that."));
        } else {
            notices.add(table(found.stream().limit(MOST).toList(), look));
        }
        if (found.size() > MOST) {
            notices.add(el("p.left", Words.number(found.size() - MOST) + " older notices are not listed here."));
        }
        notices.add(el("h2", "Receivers"));
        notices.add(receivers(all, receivers));
        parts.add(Shell.region("sent", asked.address(), notices));
        return Shell.page(Shell.Screen.SENT, "Sent", look, heard, "", List.of(el("section.sheet", parts)));
    }

    private static Node form(Asked asked, List<String> receivers) {
        var to = el("select", el("option", "All receivers").with("value", "")).with("name", "receiver");
        for (var receiver : receivers) {
            to = to.add(el("option", receiver)
                    .with("value", receiver)
                    .withIf(receiver.equals(asked.receiver()), "selected", ""));
        }
        var fates = el("select").with("name", "outcome");
        for (var fate : Fate.values()) {
            fates = fates.add(el("option", fate.word)
                    .with("value", AlertRow.css(fate))
                    .withIf(fate == asked.fate(), "selected", ""));
        }
        var form = el(
                        "form.filter",
                        el("label", text("To "), to),
                        el("label", text("Outcome "), fates),
                        el("button", "Show").with("type", "submit"))
                .with("method", "get")
                .with("action", "/sent");
        return asked.alert().isEmpty()
                ? form
                : form.add(
                        el("input").with("type", "hidden").with("name", "alert").with("value", asked.alert()),
                        el("a", "Of one alert; show all").with("href", "/sent"));
    }

    private static Node table(List<Line> lines, Look look) {
        var rows = lines.stream().map(l -> row(l, look)).toList();
        return StorySheet.table("Notices", List.of("When", "To", "What became of it", "Alert", "What"), rows);
    }

    private static Node row(Line line, Look look) {
        var d = line.delivery();
        var alert = line.told().alert();
        var kind = d.kind().map(Words::word).orElse("Result only");
        return el(
                        "tr." + AlertRow.css(Fate.of(d)),
                        el("td", look.clock(d.at())),
                        el("td", d.receiver()),
                        el("td", el("span.fate", fate(d)), detail(d)),
                        el(
                                "td.sent-alert",
                                Look.foreign(
                                        el("a", d.title().isBlank() ? alert.title() : d.title())
                                                .with("href", "/alerts/" + alert.id()),
                                        ""),
                                el("a.detail", "why").with("href", "/alerts/" + alert.id() + "#why")),
                        el(
                                "td",
                                kind + (d.revision() == 0 ? "" : " #" + d.revision()) + (d.quiet() ? ", quietly" : "")))
                .with("data-key", "notice:" + d.notice());
    }

    private static Node detail(Delivery d) {
        var words = reason(d).orElse(d.detail());
        return el("span.detail", words).withIf(words.isEmpty(), "hidden", "");
    }

    private static String fate(Delivery d) {
        return d.goes() ? AlertRow.outcome(d) : "not sent";
    }

    /** Why it was not sent, for people. */
    static Optional<String> reason(Delivery d) {
        if (d.goes()) {
            return Optional.empty();
        }
        var told = d.silence().isEmpty() ? d.detail() : d.silence();
        var word = told.split(":", 2)[0].strip().toLowerCase(Locale.ROOT).replace('-', '_');
        var more = told.contains(":") ? ": " + told.split(":", 2)[1].strip() : "";
        var more2 = more.isEmpty() && !d.silence().isEmpty() && !d.detail().isEmpty() ? ": " + d.detail() : more;
        return Optional.of(
                switch (word) {
                    case "dry_run" -> "its rule is only tried out (dry run)" + more2;
                    case "silenced" -> "a silence covers it" + more2;
                    case "inhibited" -> "another alert tells of it already" + more2;
                    case "cooldown" -> "its rule rests after the last notice" + more2;
                    case "quiet_hours", "quiet" -> "the desk has quiet hours" + more2;
                    case "budget" -> "the budget of the desk is used up" + more2;
                    case "acknowledged", "acked" -> "somebody has acknowledged it" + more2;
                    case "digest" -> "it waits for the digest" + more2;
                    case "" -> "for a reason that was not kept";
                    default -> told;
                });
    }

    private static Node receivers(List<Line> all, List<String> receivers) {
        if (receivers.isEmpty()) {
            return el("ul.receivers").with("id", "receivers").add(el("li.empty", "No receiver has been asked yet."));
        }
        var list = el("ul.receivers").with("id", "receivers");
        for (var receiver : receivers) {
            var mine = all.stream()
                    .filter(l -> l.delivery().receiver().equals(receiver))
                    .toList();
            list = list.add(el(
                    "li",
                    el("strong", receiver),
                    el(
                            "span.detail",
                            count(mine, Fate.SENT) + " sent, " + count(mine, Fate.FAILED) + " failed, "
                                    + count(mine, Fate.WAITING) + " waiting, " + count(mine, Fate.NOT_SENT)
                                    + " not sent"),
                    el("button", "Send a test").with("type", "button").with("data-test", receiver)));
        }
        return list;
    }

    private static long count(List<Line> lines, Fate fate) {
        return lines.stream().filter(l -> Fate.of(l.delivery()) == fate).count();
    }
}
