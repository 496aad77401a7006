package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;
import static org.wirebell.desk.page.Node.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wirebell.desk.board.TimeLine;
import org.wirebell.model.Claim;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Series;

/** One series: in one line beside the alerts, or whole with its chart and the table of who said what. */
final class SeriesCard {
    private SeriesCard() {}

    static String key(String series) {
        return "series:" + series;
    }

    static String address(String key) {
        return "/figures?key=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    static Node.Element link(Series series, String classes) {
        return el("a" + classes, Words.series(series))
                .with("href", address(series.key()))
                .with("dir", "auto");
    }

    /** For the list beside the alerts. */
    static Node.Element line(TimeLine line, Look look) {
        var entry = line.entry();
        return el("li.series-line")
                .with("data-key", key(line.key()))
                .with("data-sort", Long.toString(entry.updated().toEpochMilli()))
                .add(
                        link(entry.series(), ".series-name"),
                        state(entry),
                        el("span.series-best", best(entry)),
                        el("span.series-spark", Chart.spark(line).stream().toList()),
                        el("span.series-meta", text(claimants(entry)), text(", "), look.ago(entry.updated())));
    }

    /** For the figures screen. */
    static Node.Element card(TimeLine line, Look look) {
        return card(line, look, false);
    }

    /** Disputed ones first, then those with a claim that waits, then the rest; each the last touched first. */
    static final Comparator<TimeLine> BOARD = Comparator.comparingInt(SeriesCard::rank)
            .thenComparing(l -> l.entry().updated(), Comparator.reverseOrder());

    private static int rank(TimeLine line) {
        return switch (line.entry().state()) {
            case DISPUTED -> 0;
            case HELD -> 1;
            case OPEN, EMPTY -> 2;
        };
    }

    static Node.Element card(TimeLine line, Look look, boolean open) {
        var entry = line.entry();
        var chart = Chart.of(line, look);
        var card = el("article.card.series")
                .with("data-key", key(line.key()))
                .with("data-sort", Long.toString(entry.updated().toEpochMilli()))
                .with("data-rank", Integer.toString(rank(line)))
                .add(
                        el("header", el("h2", link(entry.series(), "")), state(entry)),
                        el(
                                "p.series-meta",
                                text(String.join(", ", Words.details(entry.series()))),
                                text(Words.details(entry.series()).isEmpty() ? "updated " : "; updated "),
                                look.ago(entry.updated())),
                        el("p.series-now", el("strong", best(entry)), text(said(entry)), interval(entry)),
                        claims(entry, look),
                        held(entry, look));
        if (chart.isPresent()) {
            card = card.add(el("figure", chart.get(), legend(line)));
        }
        return card.add(table(line, look, open), exports(line.key()));
    }

    private static Node exports(String key) {
        var at = "/api/series/" + URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20") + "?format=";
        return el(
                "p.addresses",
                text("As a table: "),
                el("a", "CSV").with("href", at + "csv"),
                text(", "),
                el("a", "CSV with HXL tags").with("href", at + "hxl"));
    }

    /** One number, or the whole span while it is disputed: no side is taken. */
    static String best(LedgerEntry entry) {
        if (entry.state() == LedgerEntry.State.DISPUTED && entry.low().isPresent()) {
            return Words.range(entry.low(), entry.high());
        }
        return entry.best()
                .or(entry::low)
                .map(Words::number)
                .orElse(entry.state() == LedgerEntry.State.EMPTY ? "none" : "no number");
    }

    /** Whose the number is; a span is nobody's. */
    private static String said(LedgerEntry entry) {
        if (entry.state() == LedgerEntry.State.DISPUTED) {
            return ", as " + claimants(entry) + " say";
        }
        return entry.current().map(c -> " says " + claimant(c)).orElse("");
    }

    private static Node interval(LedgerEntry entry) {
        var apart = entry.state() != LedgerEntry.State.DISPUTED
                && entry.low().isPresent()
                && !entry.low().equals(entry.high());
        return apart ? el("span.interval", "claims stand at " + Words.range(entry.low(), entry.high())) : text("");
    }

    private static String claimants(LedgerEntry entry) {
        long n = entry.claims().stream().map(Claim::claimant).distinct().count();
        return Words.count(n, "claimant", "claimants");
    }

    private static String claimant(Claim claim) {
        return claim.claimant().isEmpty() ? "no named source" : claim.claimant();
    }

    private static Node state(LedgerEntry entry) {
        return switch (entry.state()) {
            case OPEN -> text("");
            case DISPUTED -> el("span.chip.conflict", "Disputed");
            case HELD -> el("span.chip.held", "Held");
            case EMPTY -> el("span.chip.withdrawn", "All withdrawn");
        };
    }

    /** Only where more than one number stands, side by side. */
    private static Node claims(LedgerEntry entry, Look look) {
        if (entry.claims().size() < 2) {
            return text("");
        }
        return el(
                "ul.claims",
                entry.claims().stream()
                        .map(c -> el(
                                "li",
                                number(c),
                                text(" "),
                                el("span", claimant(c)).with("dir", "auto"),
                                text(" "),
                                el("span.series-meta", text("as of "), look.clock(c.asOf()))))
                        .toList());
    }

    /** Numbers that do not count until a person has looked at them, each with its sentence and the reason. */
    private static Node held(LedgerEntry entry, Look look) {
        if (entry.held().isEmpty()) {
            return text("");
        }
        return el(
                "ul.claims.waiting",
                entry.held().stream()
                        .map(h -> el(
                                "li",
                                el("span.chip.held", "Held"),
                                text(" "),
                                number(h.claim()),
                                text(" "),
                                el("span", claimant(h.claim())).with("dir", "auto"),
                                text(" "),
                                el(
                                        "span.series-meta",
                                        text("as of "),
                                        look.clock(h.claim().asOf())),
                                el("q", h.claim().evidence().sentence()).with("dir", "auto"),
                                el("p.series-meta", "Waits: " + h.why())))
                        .toList());
    }

    private static Node number(Claim claim) {
        var figure = claim.figure();
        return el("strong", Words.reading(figure.value(), figure.low(), figure.high(), figure.bound()));
    }

    private static Node legend(TimeLine line) {
        var items = new ArrayList<Node>();
        Chart.styles(line.points())
                .forEach((claimant, style) -> items.add(el(
                        "li",
                        el("svg.key", el("path.step.s" + style).with("d", "M0 6 H24"))
                                .with("viewBox", "0 0 24 12")
                                .with("aria-hidden", "true"),
                        el("span", claimant.isEmpty() ? "no named source" : claimant)
                                .with("dir", "auto"))));
        return el("figcaption", el("ul.legend", items));
    }

    private static Node table(TimeLine line, Look look, boolean open) {
        var rows = line.points().reversed().stream().map(p -> row(p, look)).toList();
        var head = el(
                "tr",
                List.of("As of", "How many", "Who says", "What it did", "Sentence", "Source").stream()
                        .map(h -> el("th", h).with("scope", "col"))
                        .toList());
        return el("details", el("summary", Words.count(rows.size(), "step", "steps") + " with their sentences"))
                .with("data-name", "steps")
                .withIf(open, "open", "")
                .add(el("div.scroll", el("table", el("thead", head), el("tbody", rows)))
                        .with("tabindex", "0")
                        .with("role", "region")
                        .with(
                                "aria-label",
                                "Steps of " + Words.series(line.entry().series())));
    }

    private static Node.Element row(TimeLine.Point p, Look look) {
        var quote = p.quote().isEmpty()
                ? Look.foreign(el("q", p.sentence()), "")
                : Look.sentence(p.sentence(), p.quote(), p.quoteInSentence(), "", "");
        var did = el("td", el("span.chip." + AlertRow.css(p.kind()), Words.word(p.kind())));
        return el(
                "tr",
                el("td", look.clock(p.asOf())),
                el("td.number", Words.reading(p.value(), p.low(), p.high(), p.bound())),
                el("td", p.claimant().isEmpty() ? "no named source" : p.claimant())
                        .with("dir", "auto"),
                Optional.of(p.why())
                        .filter(w -> !w.isEmpty())
                        .map(w -> did.add(el("span.detail", w)))
                        .orElse(did),
                el("td.sentence", p.sentence().isEmpty() ? text("") : quote),
                el("td", Look.link(p.link(), p.source(), ".out")));
    }
}
