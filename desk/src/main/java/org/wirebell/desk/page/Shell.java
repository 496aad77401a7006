package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;
import static org.wirebell.desk.page.Node.text;

import java.util.List;
import org.wirebell.desk.board.Position;

/** What stands around every screen: head, navigation, connection, keyboard help. */
final class Shell {
    private static final String[][] KEYS = {
        {"j / k", "next or previous alert or story"},
        {"o", "open its history"},
        {"p", "pause or go on"},
        {"n", "show what is new"},
        {"a", "acknowledge, or take it back"},
        {"e / c", "assign or note"},
        {"s", "silence"},
        {"h / b", "hold or release, breaking"},
        {"/", "filter or search"},
        {"?", "this help"},
    };

    private Shell() {}

    /** The screens, in the order of the navigation; more join them later. */
    enum Screen {
        LIVE("/", "Live", Patch.View.LIVE),
        SHIFT("/shift", "Shift", Patch.View.SHIFT),
        STORIES("/stories", "Stories", Patch.View.STORIES),
        FIGURES("/figures", "Figures", Patch.View.FIGURES),
        RULES("/rules", "Rules", Patch.View.RULES),
        ARCHIVE("/archive", "Archive", Patch.View.ARCHIVE),
        SENT("/sent", "Sent", Patch.View.SENT),
        SOURCES("/sources", "Sources", Patch.View.SOURCES);

        private final String path;
        private final String word;
        private final Patch.View view;

        Screen(String path, String word, Patch.View view) {
            this.path = path;
            this.word = word;
            this.view = view;
        }
    }

    /**
     * @param heard how far the board had come when this was painted: the live stream goes on from there
     */
    static Node.Element page(Screen screen, String heading, Look look, Position heard, String query, List<Node> main) {
        var name = heading.isEmpty() ? look.title() : heading + " \u00b7 " + look.title();
        var head = el(
                "head",
                el("meta").with("charset", "utf-8"),
                el("title", name),
                el("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                el("meta").with("name", "color-scheme").with("content", "light dark"),
                el("link").with("rel", "icon").with("href", "/assets/bell.svg").with("type", "image/svg+xml"),
                el("link").with("rel", "stylesheet").with("href", "/assets/desk.css"),
                el("script").with("src", "/assets/theme.js"),
                el("script").with("type", "module").with("src", "/assets/desk.js"));
        var body = el("body")
                .with("data-view", AlertRow.css(screen.view))
                .with("data-from", heard.text())
                .with("data-now", look.now().toString())
                .withIf(!query.isEmpty(), "data-query", query)
                .add(
                        el("a.skip", "Skip to content").with("href", "#main"),
                        top(screen, look),
                        el("main", main).with("id", "main").with("tabindex", "-1"),
                        el("p.foot", look.note()).withIf(look.note().isEmpty(), "hidden", ""),
                        el("div.sr").with("id", "said").with("role", "log").with("aria-live", "polite"),
                        el("div.sr").with("id", "said-now").with("role", "alert"),
                        el("p.done").with("id", "done").with("role", "status").with("hidden", ""),
                        help(),
                        screen == Screen.LIVE ? Deed.dialog() : text(""));
        return el("html", head, body).with("lang", "en");
    }

    private static Node top(Screen current, Look look) {
        var nav = el("nav").with("aria-label", "Screens");
        for (var screen : Screen.values()) {
            nav = nav.add(
                    el("a", screen.word).with("href", screen.path).withIf(screen == current, "aria-current", "page"));
        }
        return el(
                "header.top",
                el("a.brand", el("i").with("aria-hidden", "true"), text(look.title()))
                        .with("href", "/"),
                nav,
                el("span.live", el("i").with("aria-hidden", "true"), el("span", "Not live: reload for news"))
                        .with("id", "live")
                        .with("data-state", "off")
                        .with("role", "status"),
                el(
                        "span.tools",
                        button("bells", "Bells off"),
                        button("notes", "Notifications off"),
                        button("theme", "Theme"),
                        button("help", "Keys")));
    }

    /** The line on top of a screen that is asked for again: it tells that there is something new, and keeps its height when it does not. */
    static Node news() {
        return el("p.news", button("fresh", "").with("class", "pill")).with("aria-live", "polite");
    }

    /**
     * A part of a screen that is painted anew as a whole when something has changed; {@code again.js} puts it in its place.
     *
     * @param address where the whole screen stands, for as long as it is open
     */
    static Node.Element region(String name, String address, List<? extends Node> parts) {
        return el("div", parts).with("data-region", name).with("data-address", address);
    }

    static Node.Element button(String id, String word) {
        return el("button", word).with("id", id).with("type", "button").with("hidden", "");
    }

    private static Node help() {
        var list = el("dl");
        for (var key : KEYS) {
            list = list.add(el("div", el("dt", el("kbd", key[0])), el("dd", key[1])));
        }
        var single = el(
                "label",
                el("input").with("type", "checkbox").with("id", "keys-on").with("checked", ""),
                text(" Single-letter keys are on"));
        var close = el("form", el("button", "Close")).with("method", "dialog");
        return el("dialog", el("h2", "Keys").with("id", "keys-title"), list, single, close)
                .with("id", "keys")
                .with("aria-labelledby", "keys-title");
    }
}
