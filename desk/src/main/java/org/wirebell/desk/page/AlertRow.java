package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;
import static org.wirebell.desk.page.Node.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wirebell.desk.board.Delivery;
import org.wirebell.desk.board.Told;
import org.wirebell.model.Alert;
import org.wirebell.model.Priority;
import org.wirebell.model.Result;
import org.wirebell.model.Signal;

/** One alert in the list: how loud, what, who says so, before and after, the sentence, and everything that was said before. */
final class AlertRow {
    private AlertRow() {}

    static String key(String id) {
        return "alert:" + id;
    }

    static Node.Element of(Told told, Look look, boolean open) {
        var alert = told.alert();
        var heading = "t-" + alert.id();
        var row = el("article.alert." + css(alert.priority()) + "." + css(alert.state()))
                .with("data-key", key(alert.id()))
                .with("data-sort", Long.toString(alert.received().toEpochMilli()))
                .with("aria-labelledby", heading)
                .with("tabindex", "-1");
        row = Handled.described(row, alert);
        return row.add(
                el(
                        "header.alert-top",
                        priority(alert.priority()),
                        reason(alert),
                        el("span.alert-times", look.ago(alert.received()), look.clock(alert.received()))),
                Handled.stands(alert),
                Look.foreign(el("h3.alert-title", permalink(alert)), "").with("id", heading),
                figure(alert),
                evidence(alert),
                Handled.line(alert, look),
                el(
                        "footer.alert-foot",
                        source(alert),
                        Handled.origins(alert),
                        deliveries(told),
                        revisions(alert, look, open),
                        why(alert, look, told, open),
                        Handled.remarks(alert, look, open)),
                Handled.deeds(alert, look));
    }

    private static Node permalink(Alert alert) {
        var title = alert.title().isBlank() ? alert.evidence().headline() : alert.title();
        return el("a", title.isBlank() ? "(no title)" : title).with("href", "/alerts/" + alert.id());
    }

    static Node.Element priority(Priority priority) {
        var bells = el("span.bells").with("aria-hidden", "true");
        for (int i = 0; i < priority.bells(); i++) {
            bells = bells.add(el("i"));
        }
        var chip = el("span.priority", text(Words.word(priority)));
        return priority.bells() == 0 ? chip : chip.add(bells);
    }

    private static Node reason(Alert alert) {
        var chips = el("span.chips", el("span.chip." + css(alert.reason()), Words.reason(alert.reason())));
        var already = alert.reason() == Alert.Reason.HELD || alert.reason() == Alert.Reason.WITHDRAWN;
        return switch (alert.state()) {
            case OPEN -> chips;
            case HELD -> already ? chips : chips.add(el("span.chip.held", "Held"));
            case WITHDRAWN -> already ? chips : chips.add(el("span.chip.withdrawn", "Withdrawn"));
            case CLOSED -> chips.add(el("span.chip", "Closed"));
        };
    }

    private static Node figure(Alert alert) {
        var line = el("p.figure");
        if (alert.after().isPresent() || alert.before().isPresent()) {
            line = line.add(el("span.readings", readings(alert)));
        }
        if (!alert.claimant().isEmpty()) {
            line = line.add(el(
                    "span.claimant",
                    text(alert.state() == Alert.State.WITHDRAWN ? "said " : "says "),
                    el("strong", alert.claimant()).with("dir", "auto")));
        }
        if (alert.series().isPresent()) {
            var series = alert.series().get();
            line = line.add(SeriesCard.link(series, ".series-name"));
        }
        var tags = new HashSet<String>(); // headline and text often say the same
        return line.add(alert.signals().stream()
                .filter(signal -> tags.add(signal.tag()))
                .map(AlertRow::signal)
                .toList());
    }

    private static List<Node> readings(Alert alert) {
        var nodes = new ArrayList<Node>();
        var gone = alert.state() == Alert.State.WITHDRAWN;
        alert.before().ifPresent(b -> {
            nodes.add(el("span.before", el("span.sr", "before "), text(Words.reading(b))));
            nodes.add(el("span.arrow", "\u2192").with("aria-hidden", "true"));
        });
        alert.after()
                .ifPresent(a -> nodes.add(el(
                        "span.after",
                        el("span.sr", "now "),
                        gone ? el("s", Words.reading(a)) : text(Words.reading(a)))));
        if (alert.after().isEmpty()) {
            nodes.add(el("span.after", "no number stands"));
        }
        difference(alert).ifPresent(d -> nodes.add(el("span.difference", Words.change(d))));
        return nodes;
    }

    private static Optional<Long> difference(Alert alert) {
        return alert.before()
                .flatMap(Alert.Reading::value)
                .flatMap(b -> alert.after().flatMap(Alert.Reading::value).map(a -> a - b))
                .filter(d -> d != 0);
    }

    /** Escalation points up, de-escalation down, in words as well. */
    private static Node signal(Signal signal) {
        var up = signal.level() > 0;
        var words = signal.tag().replace('.', ' ') + " " + (up ? "+" : "\u2212") + Math.abs(signal.level());
        return el(
                up ? "span.signal.up" : "span.signal.down",
                el("span", up ? "\u25b2 " : "\u25bd ").with("aria-hidden", "true"),
                text(words));
    }

    private static Node evidence(Alert alert) {
        var e = alert.evidence();
        if (e.sentence().isBlank()) {
            return el("p.evidence.none", "No sentence was kept.");
        }
        return el("p.evidence", Look.sentence(e.sentence(), e.quote(), e.quoteInSentence(), alert.language(), ""));
    }

    private static Node source(Alert alert) {
        var e = alert.evidence();
        var name = e.headline().isBlank() ? "Open the item" : e.headline();
        return el(
                "span.source",
                el("strong", e.source()).with("dir", "auto"),
                text(" "),
                Look.foreign(Look.link(e.link(), name, ".out"), alert.language()));
    }

    private static Node deliveries(Told told) {
        if (told.deliveries().isEmpty()) {
            return el("span.told", "Not sent to anyone");
        }
        var list = el("ul.told").with("aria-label", "Delivery");
        int revision = told.alert().revision();
        var current = told.deliveries().stream()
                .filter(d -> d.revision() == revision || d.revision() == 0)
                .toList();
        var shown = current.isEmpty() ? told.deliveries() : current;
        return list.add(shown.stream()
                .sorted(Comparator.comparing(Delivery::receiver).thenComparing(Delivery::at))
                .map(AlertRow::delivery)
                .toList());
    }

    static Node.Element delivery(Delivery d) {
        var outcome = d.outcome();
        var css = outcome.map(AlertRow::css).orElse("waiting");
        return el(
                "li." + css,
                el("span", mark(outcome)).with("aria-hidden", "true"),
                el("span", d.receiver()),
                el("span.outcome", outcome(d)));
    }

    private static String mark(Optional<Result.Outcome> outcome) {
        return switch (outcome.orElse(Result.Outcome.LATER)) {
            case SENT -> "\u2713";
            case LATER -> "\u2026";
            case REFUSED -> "\u2717";
            case EXPIRED, SUPERSEDED, SUPPRESSED -> "\u2013";
        };
    }

    static String outcome(Delivery d) {
        if (d.outcome().isEmpty()) {
            return "waiting";
        }
        return switch (d.outcome().get()) {
            case SENT -> String.format(java.util.Locale.ROOT, "sent after %.1f s", d.latencySeconds());
            case LATER -> "tried " + Words.count(d.attempts(), "time", "times") + ", will try again";
            case REFUSED -> "refused";
            case SUPPRESSED -> "not sent";
            case EXPIRED -> "expired unsent";
            case SUPERSEDED -> "overtaken";
        };
    }

    private static Node revisions(Alert alert, Look look, boolean open) {
        var all = new ArrayList<>(alert.revisions());
        if (all.stream().noneMatch(r -> r.revision() == alert.revision())) {
            all.add(new Alert.Revision(
                    alert.revision(),
                    alert.reason(),
                    alert.after(),
                    alert.claimant(),
                    alert.causeItem(),
                    alert.received()));
        }
        all.sort(Comparator.comparingInt(Alert.Revision::revision));
        var list = el(
                "ol.revisions",
                IntStream.range(0, all.size())
                        .mapToObj(i ->
                                revision(all.get(i), i == 0 ? Optional.empty() : Optional.of(all.get(i - 1)), look))
                        .toList()
                        .reversed());
        return details("revisions", Words.count(all.size(), "revision", "revisions"), open)
                .add(list);
    }

    private static Node.Element revision(Alert.Revision r, Optional<Alert.Revision> before, Look look) {
        var item = el("li." + css(r.reason()))
                .add(el("span.rev", "#" + r.revision()), el("span.chip." + css(r.reason()), Words.reason(r.reason())));
        item = item.add(el("span.reading", r.after().map(Words::reading).orElse("no number stands")));
        var step = before.flatMap(Alert.Revision::after)
                .flatMap(Alert.Reading::value)
                .flatMap(b -> r.after().flatMap(Alert.Reading::value).map(a -> a - b))
                .filter(d -> d != 0);
        if (step.isPresent()) {
            item = item.add(el("span.difference", Words.change(step.get())));
        }
        if (!r.claimant().isEmpty()) {
            item = item.add(el("span.claimant", r.claimant()).with("dir", "auto"));
        }
        return item.add(look.clock(r.received()), el("span.cause", r.causeItem()));
    }

    private static Node why(Alert alert, Look look, Told told, boolean open) {
        var why = el(
                "ul.why",
                alert.why().stream().map(w -> el("li", w).with("dir", "auto")).toList());
        var log = el(
                "ul.told.full",
                told.deliveries().stream()
                        .map(d -> delivery(d)
                                .add(
                                        el("span.rev", d.revision() == 0 ? "" : "#" + d.revision()),
                                        look.clock(d.at()),
                                        el("span.detail", d.detail())))
                        .toList());
        return details("why", "Why this rang", open)
                .withIf(open, "id", "why")
                .add(
                        el(
                                "p",
                                text("Rule "),
                                el("code", alert.rule()),
                                text(alert.ruleVersion()
                                        .map(it -> ", version " + it.version())
                                        .orElse("")),
                                text(", first rung "),
                                look.clock(alert.opened())),
                        why,
                        alert.ruleVersion()
                                .<Node>map(it -> details("rule", "The rule as it was", false)
                                        .add(el("pre", it.text()).with("dir", "auto")))
                                .orElse(text("")),
                        log,
                        el("p", el("a", "What was sent").with("href", "/sent?alert=" + alert.id())));
    }

    static Node.Element details(String name, String summary, boolean open) {
        return el("details", el("summary", summary)).with("data-name", name).withIf(open, "open", "");
    }

    static String css(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
