package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;
import static org.wirebell.desk.page.Node.text;

import java.time.Duration;
import java.util.List;
import org.wirebell.desk.board.DeadLetters;
import org.wirebell.model.FeedState;

/** Health of one source, of all in one line, and what could not be read. */
final class SourceRow {
    /** Overdue by more than this counts as late: polls are spread and backed off. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private SourceRow() {}

    static String key(String source) {
        return "feed:" + source;
    }

    private enum Health {
        OK("ok", "OK"),
        LATE("late", "Late"),
        FAILING("failing", "Failing"),
        NEW("new", "Not yet tried");

        private final String css;
        private final String word;

        Health(String css, String word) {
            this.css = css;
            this.word = word;
        }
    }

    private static Health health(FeedState feed, Look look) {
        if (feed.failures() > 0) {
            return Health.FAILING;
        }
        if (feed.lastFetch().isEmpty() && feed.lastSuccess().isEmpty()) {
            return Health.NEW;
        }
        var late = feed.nextDue().filter(due -> due.plus(LATE).isBefore(look.now()));
        return late.isPresent() ? Health.LATE : Health.OK;
    }

    static Node.Element row(FeedState feed, Look look) {
        var health = health(feed, look);
        var never = text("never");
        var state = el("td", el("span.health." + health.css, health.word));
        if (feed.failures() > 0) {
            state = state.add(el(
                            "span.detail",
                            Words.count(feed.failures(), "failure", "failures") + " in a row: " + reason(feed))
                    .with("dir", "auto"));
        }
        return el("tr." + health.css)
                .with("data-key", key(feed.source()))
                .with("data-sort", Integer.toString(feed.failures()))
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
                        state,
                        el("td", feed.lastSuccess().<Node>map(look::ago).orElse(never)),
                        el("td", feed.newestItem().<Node>map(look::ago).orElse(never)),
                        el("td", feed.nextDue().<Node>map(look::due).orElse(text("\u2013"))),
                        el("td.number", Words.number(feed.items())));
    }

    private static String reason(FeedState feed) {
        var outcome = feed.outcome().replace('_', ' ');
        return feed.detail().isEmpty() ? outcome : outcome + ", " + feed.detail();
    }

    static Node.Element table(List<FeedState> feeds, Look look) {
        if (feeds.isEmpty()) {
            return el("p.empty", "No source has been polled yet.").with("data-key", "feeds:none");
        }
        var head = el(
                "tr",
                List.of("Source", "State", "Last success", "Newest item", "Next due", "Items").stream()
                        .map(h -> el("th", h).with("scope", "col"))
                        .toList());
        var rows = feeds.stream().map(f -> row(f, look)).toList();
        return el("div.scroll", el("table", el("thead", head), el("tbody", rows).with("id", "feeds")))
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-label", "Sources");
    }

    /** Counts, and the failing ones by name. */
    static Node.Element summary(List<FeedState> feeds, Look look) {
        var failing = feeds.stream().filter(f -> f.failures() > 0).toList();
        var late = feeds.stream().filter(f -> health(f, look) == Health.LATE).toList();
        var panel = el("div.summary").with("data-key", "feeds");
        if (feeds.isEmpty()) {
            return panel.add(el("p.empty", "No source has been polled yet."));
        }
        panel = panel.add(el(
                "p",
                el("span.health.ok", Words.number(feeds.size() - failing.size() - late.size()) + " OK"),
                text(" "),
                el("span.health." + (failing.isEmpty() ? "none" : "failing"), failing.size() + " failing"),
                text(" "),
                el("span.health." + (late.isEmpty() ? "none" : "late"), late.size() + " late")));
        return panel.add(el(
                "ul.failing",
                failing.stream()
                        .limit(5)
                        .map(f -> el(
                                "li",
                                el("strong", f.title().isEmpty() ? f.source() : f.title())
                                        .with("dir", "auto"),
                                el("span.detail", reason(f)).with("dir", "auto")))
                        .toList()));
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
