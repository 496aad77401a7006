package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;
import static org.wirebell.desk.page.Node.text;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import org.wirebell.desk.board.DeadLetters;
import org.wirebell.model.FeedState;

/** Health of one source, of all in one line, and what could not be read. */
final class SourceRow {
    private SourceRow() {}

    static String key(String source) {
        return "feed:" + source;
    }

    static Node.Element row(FeedState feed, Look look) {
        var health = SourceHealth.of(feed, look.now());
        var never = text("never");
        var newest = el("td", feed.newestItem().<Node>map(look::ago).orElse(never));
        return el("tr." + health.css())
                .with("data-key", key(feed.source()))
                .with("data-sort", Long.toString(health.weight()))
                .add(
                        el(
                                        "th",
                                        el("strong", feed.title().isEmpty() ? feed.source() : feed.title())
                                                .with("dir", "auto"),
                                        el(
                                                "span.detail",
                                                text(feed.source()),
                                                text(" "),
                                                feed.url().isEmpty()
                                                        ? text("")
                                                        : Look.link(feed.url(), "feed", ".out")))
                                .with("scope", "row"),
                        state(feed, health, look),
                        health.usualGap().isEmpty()
                                ? newest
                                : newest.add(el(
                                        "span.detail",
                                        "longest usual gap "
                                                + Look.length(health.usualGap().get()))),
                        el("td", feed.lastSuccess().<Node>map(look::ago).orElse(never)),
                        el("td", feed.nextDue().<Node>map(look::due).orElse(text("\u2013"))),
                        el("td.number", health.gaps() == 0 ? "\u2013" : Words.number(health.gaps())),
                        el("td.number", Words.number(feed.items())));
    }

    private static Node state(FeedState feed, SourceHealth health, Look look) {
        var state = el("td", el("span.health." + health.css(), health.word()));
        var since = health.since().filter(_ -> health.troubled());
        if (since.isPresent()) {
            state = state.add(el("span.detail", text("since "), look.clock(since.get())));
        }
        if (!health.why().isEmpty()) {
            state = state.add(el("span.detail", health.why()).with("dir", "auto"));
        }
        var error = LastError.of(feed);
        return error.isEmpty() ? state : state.add(error.get().shown(look));
    }

    static Node.Element table(List<FeedState> feeds, Look look) {
        if (feeds.isEmpty()) {
            return el("p.empty", "No source has been polled yet.").with("data-key", "feeds:none");
        }
        var head = el(
                "tr",
                List.of("Source", "State", "Newest item", "Last success", "Next due", "Gaps", "Items").stream()
                        .map(h -> el("th", h).with("scope", "col"))
                        .toList());
        var rows = feeds.stream().map(f -> row(f, look)).toList();
        return el("div.scroll", el("table", el("thead", head), el("tbody", rows).with("id", "feeds")))
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-label", "Sources");
    }

    /** Counts, and those in trouble by name, the worst first. */
    static Node.Element summary(List<FeedState> feeds, Look look) {
        var panel = el("div.summary").with("data-key", "feeds");
        if (feeds.isEmpty()) {
            return panel.add(el("p.empty", "No source has been polled yet."));
        }
        var troubled = feeds.stream()
                .filter(feed -> SourceHealth.of(feed, look.now()).troubled())
                .sorted(Comparator.comparing((FeedState feed) ->
                                SourceHealth.of(feed, look.now()).weight())
                        .reversed())
                .toList();
        return panel.add(
                counts(feeds, look),
                el(
                        "ul.failing",
                        troubled.stream().limit(5).map(feed -> line(feed, look)).toList()));
    }

    private static Node counts(List<FeedState> feeds, Look look) {
        var counts = new EnumMap<SourceHealth.State, Long>(SourceHealth.State.class);
        for (var feed : feeds) {
            var health = SourceHealth.of(feed, look.now());
            counts.merge(health.troubled() ? health.state() : SourceHealth.State.OK, 1L, Long::sum);
        }
        var line = el("p", el("span.health.ok", Words.number(counts.getOrDefault(SourceHealth.State.OK, 0L)) + " OK"));
        for (var state : SourceHealth.State.ALWAYS_SHOWN) {
            counts.putIfAbsent(state, 0L);
        }
        for (var state : counts.keySet()) {
            if (state != SourceHealth.State.OK) {
                long count = counts.get(state);
                line = line.add(
                        text(" "),
                        el(
                                "span.health." + (count == 0 ? "none" : state.css()),
                                count + " " + state.word().toLowerCase(Locale.ROOT)));
            }
        }
        return line;
    }

    private static Node line(FeedState feed, Look look) {
        var health = SourceHealth.of(feed, look.now());
        return el(
                "li",
                el("strong", feed.title().isEmpty() ? feed.source() : feed.title())
                        .with("dir", "auto"),
                el("span.detail", health.word() + (health.why().isEmpty() ? "" : ": " + health.why()))
                        .with("dir", "auto"));
    }

    /** How many records were set aside, and why. */
    static Node.Element dead(DeadLetters dead, Look look, boolean whole) {
        var panel = el("div.summary").with("data-key", "dead");
        if (dead.count() == 0) {
            return panel.add(el("p.empty", "Nothing was set aside."));
        }
        panel = panel.add(
                el("p", el("strong", Words.number(dead.count())), text(" set aside, raw bytes kept")),
                el(
                        "ul.reasons",
                        dead.byWhy().entrySet().stream()
                                .map(e ->
                                        el("li", el("span", e.getKey()), el("span.number", Words.number(e.getValue()))))
                                .toList()));
        return whole ? panel.add(letters(dead, look)) : panel;
    }

    private static Node letters(DeadLetters dead, Look look) {
        return el(
                "ol.letters",
                dead.last().stream()
                        .map(l -> el(
                                "li",
                                el("span", l.at().<Node>map(look::clock).orElse(text("no time"))),
                                el("strong", l.source().isEmpty() ? l.where() : l.source())
                                        .with("dir", "auto"),
                                el("span.chip", l.why()),
                                el("span.detail", l.detail()).with("dir", "auto")))
                        .toList());
    }
}
