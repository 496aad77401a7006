package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;
import static org.wirebell.desk.page.Node.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.Position;
import org.wirebell.desk.board.TimeLine;
import org.wirebell.desk.board.Told;

/** The screens as whole documents. */
public final class Screens {
    static final int FIRST_ALERTS = 150;
    static final int FIRST_SERIES = 60;
    static final int LINES = 12;

    private Screens() {}

    /** Alerts as they come, with the figures that move and the health of the sources beside them. */
    public static Node live(Board board, List<Told> alerts, String query, String complaint, Look look, Position heard) {
        return live(board, alerts, query, Order.NEWEST, complaint, look, heard);
    }

    /** How the list is sorted. */
    public enum Order {
        NEWEST,
        PRIORITY
    }

    /** As above, in the order asked for. */
    public static Node live(
            Board board, List<Told> alerts, String query, Order order, String complaint, Look look, Position heard) {
        var sorted = order == Order.NEWEST
                ? alerts
                : alerts.stream()
                        .sorted(Comparator.comparing(t -> t.alert().priority()))
                        .toList();
        var rows = sorted.stream()
                .limit(FIRST_ALERTS)
                .map(t -> AlertRow.of(t, look, false))
                .toList();
        var list = el(
                "section.stream",
                el("h1.sr", "Live alerts"),
                bar(query, order, complaint),
                el("div", rows).with("id", "alerts").with("data-list", "").with("data-by", AlertRow.css(order)),
                left("alerts", alerts.size() - rows.size(), "alerts"),
                empty(
                        "alerts-empty",
                        query.isEmpty() ? "No alert yet. They appear here as they come." : "No alert matches.",
                        rows.isEmpty()));
        var lines = board.series().stream()
                .limit(LINES)
                .map(l -> SeriesCard.line(l, look))
                .toList();
        var aside = el(
                "aside.side",
                el(
                        "section",
                        el("h2", el("a", "Figures in motion").with("href", "/figures")),
                        el("ul.series-lines", lines)
                                .with("id", "series")
                                .with("data-list", "")
                                .with("data-most", "" + LINES),
                        empty("series-empty", "No figure has been read yet.", lines.isEmpty())),
                el(
                        "section",
                        el("h2", el("a", "Sources").with("href", "/sources")),
                        SourceRow.summary(board.feeds(), look)),
                el(
                        "section",
                        el("h2", el("a", "Dead letters").with("href", "/sources#dead")),
                        SourceRow.dead(board.dead(), look, false)));
        return Shell.page(Shell.Screen.LIVE, "", look, heard, query, List.of(el("div.columns", list, aside)));
    }

    /** Nothing is left out without a word. */
    private static Node left(String list, int n, String what) {
        return el("p.left", el("span", Words.number(n)), text(" more " + what + " are not listed here."))
                .with("id", list + "-left")
                .with("data-n", Integer.toString(n))
                .withIf(n == 0, "hidden", "");
    }

    private static Node order(Order order, String query) {
        var nav = el("span.order").with("role", "group").with("aria-label", "Order");
        for (var each : Order.values()) {
            var address = "/?" + (query.isEmpty() ? "" : "q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&")
                    + "by=" + AlertRow.css(each);
            nav = nav.add(el("a", each == Order.NEWEST ? "Newest" : "Priority")
                    .with("href", address)
                    .withIf(each == order, "aria-current", "true"));
        }
        return nav;
    }

    private static Node bar(String query, Order order, String complaint) {
        var box = el("input")
                .with("type", "search")
                .with("name", "q")
                .with("id", "q")
                .with("value", query)
                .with("placeholder", "Filter: words, place, source, priority")
                .with("dir", "auto")
                .with("aria-label", "Filter alerts")
                .withIf(!complaint.isEmpty(), "aria-describedby", "q-wrong")
                .withIf(!complaint.isEmpty(), "aria-invalid", "true");
        var form = el("form.filter", box, el("button", "Filter").with("type", "submit"))
                .with("method", "get")
                .with("action", "/")
                .with("role", "search");
        if (order != Order.NEWEST) {
            form = form.add(
                    el("input").with("type", "hidden").with("name", "by").with("value", AlertRow.css(order)));
        }
        if (!query.isEmpty()) {
            form = form.add(el("a.clear", "Clear").with("href", "/"));
        }
        if (!complaint.isEmpty()) {
            form = form.add(el("p.wrong", complaint).with("id", "q-wrong"));
        }
        return el(
                "div.bar",
                form,
                order(order, query),
                Shell.button("fresh", "").with("class", "pill"),
                Shell.button("pause", "Pause").with("aria-pressed", "false"));
    }

    /** Every series with its chart and table. */
    public static Node figures(List<TimeLine> lines, Look look, Position heard) {
        var cards = lines.stream()
                .sorted(SeriesCard.BOARD)
                .limit(FIRST_SERIES)
                .map(l -> SeriesCard.card(l, look))
                .toList();
        return Shell.page(
                Shell.Screen.FIGURES,
                "Figures",
                look,
                heard,
                "",
                List.of(el(
                        "section.sheet",
                        el("h1", "Figures"),
                        el(
                                "p.lead",
                                "Who says how many, as of when, in which sentence. Where claims differ first, then what waits, then the last changed."),
                        el("div.cards", cards)
                                .with("id", "series")
                                .with("data-list", "")
                                .with("data-by", "priority"),
                        left("series", lines.size() - cards.size(), "series"),
                        empty("series-empty", "No figure has been read yet.", cards.isEmpty()))));
    }

    /** One series, for a link from elsewhere; its table stands open. */
    public static Node figure(TimeLine line, Look look, Position heard) {
        return Shell.page(
                Shell.Screen.FIGURES,
                Words.series(line.entry().series()),
                look,
                heard,
                "",
                List.of(el(
                        "section.sheet",
                        el("p", el("a", "All figures").with("href", "/figures")),
                        el("div.cards.one", SeriesCard.card(line, look, true)))));
    }

    /** Health of the sources, and what was set aside. */
    public static Node sources(Board board, Look look, Position heard) {
        return Shell.page(
                Shell.Screen.SOURCES,
                "Sources",
                look,
                heard,
                "",
                List.of(el(
                        "section.sheet",
                        el("h1", "Sources"),
                        SourceRow.table(board.feeds(), look),
                        el("h2", "Dead letters").with("id", "dead"),
                        SourceRow.dead(board.dead(), look, true))));
    }

    /** One alert with all that was ever said in it. */
    public static Node alert(Told told, Look look, Position heard) {
        return Shell.page(
                Shell.Screen.LIVE,
                told.alert().title(),
                look,
                heard,
                "",
                List.of(el(
                        "section.sheet",
                        el("p", el("a", "All alerts").with("href", "/")),
                        el("div", AlertRow.of(told, look, true)).with("id", "one"))));
    }

    /** A page that says what went wrong, in the same dress. */
    public static Node wrong(String heading, String said, Look look) {
        return Shell.page(
                Shell.Screen.LIVE,
                heading,
                look,
                Position.START,
                "",
                List.of(el(
                        "section.sheet",
                        el("h1", heading),
                        el("p", text(said)),
                        el("p", el("a", "Back to the alerts").with("href", "/")))));
    }

    private static Node empty(String id, String words, boolean shown) {
        return el("p.empty", words).with("id", id).withIf(!shown, "hidden", "");
    }
}
