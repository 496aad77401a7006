package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;
import static org.wirebell.desk.page.Node.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wirebell.desk.archive.Facet;
import org.wirebell.desk.archive.Found;
import org.wirebell.desk.archive.Search;
import org.wirebell.desk.board.Position;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;

/** A search over all items that are kept; the address says all of it, so it can be sent to a colleague. */
public final class ArchiveScreen {
    public static final int PAGE = 25;
    private static final int TEASER = 280;
    private static final Map<String, Duration> SPANS = Map.of(
            "1h", Duration.ofHours(1), "24h", Duration.ofDays(1), "7d", Duration.ofDays(7), "30d", Duration.ofDays(30));
    private static final List<String> SPAN_ORDER = List.of("1h", "24h", "7d", "30d");

    private ArchiveScreen() {}

    /**
     * What the address asks for.
     *
     * @param span one of {@code 1h, 24h, 7d, 30d}, or empty
     */
    public record Asked(String query, Map<Facet, String> only, String span, int skip) {
        public Asked {
            only = Map.copyOf(only);
        }

        public Optional<Duration> back() {
            return Optional.ofNullable(SPANS.get(span));
        }

        private Asked with(Facet facet, String value) {
            var more = new EnumMap<Facet, String>(Facet.class);
            more.putAll(only);
            if (value.isEmpty()) {
                more.remove(facet);
            } else {
                more.put(facet, value);
            }
            return new Asked(query, more, span, 0);
        }

        private String address() {
            var parts = new ArrayList<String>();
            if (!query.isEmpty()) {
                parts.add("q=" + encoded(query));
            }
            for (var facet : Facet.values()) {
                Optional.ofNullable(only.get(facet)).ifPresent(v -> parts.add(facet.key() + "=" + encoded(v)));
            }
            if (!span.isEmpty()) {
                parts.add("span=" + span);
            }
            if (skip > 0) {
                parts.add("from=" + skip);
            }
            return "/archive" + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
        }
    }

    /**
     * @param found absent where the query cannot be read; then {@code complaint} says why
     */
    public static Node page(
            Asked asked, Optional<Found> found, String complaint, boolean whole, Look look, Position heard) {
        var parts = new ArrayList<Node>();
        parts.add(el("h1", "Archive"));
        parts.add(form(asked, complaint));
        if (!whole) {
            parts.add(el("p.wait", "The archive is still being read; older items are not found yet.")
                    .with("role", "status"));
        }
        parts.add(Shell.news());
        found.map(f -> el("div.archive", el("div.facets", facets(asked, f)), el("div", results(asked, f, look))))
                .ifPresent(f -> parts.add(asked.skip() > 0 ? f : Shell.region("archive", asked.address(), List.of(f))));
        return Shell.page(Shell.Screen.ARCHIVE, "Archive", look, heard, "", List.of(el("section.sheet", parts)));
    }

    private static Node form(Asked asked, String complaint) {
        var form = el(
                        "form.filter",
                        el("input")
                                .with("type", "search")
                                .with("name", "q")
                                .with("id", "q")
                                .with("value", asked.query())
                                .with("dir", "auto")
                                .with("placeholder", "As in a rule: ferry AND dead, place:ostrel, level:[4 TO *]")
                                .with("aria-label", "Search the archive")
                                .withIf(!complaint.isEmpty(), "aria-describedby", "q-wrong")
                                .withIf(!complaint.isEmpty(), "aria-invalid", "true"),
                        el("button", "Search").with("type", "submit"))
                .with("method", "get")
                .with("action", "/archive")
                .with("role", "search");
        for (var only : asked.only().entrySet()) {
            form = form.add(hidden(only.getKey().key(), only.getValue()));
        }
        if (!asked.span().isEmpty()) {
            form = form.add(hidden("span", asked.span()));
        }
        return complaint.isEmpty() ? form : form.add(el("p.wrong", complaint).with("id", "q-wrong"));
    }

    private static Node hidden(String name, String value) {
        return el("input").with("type", "hidden").with("name", name).with("value", value);
    }

    private static List<Node> facets(Asked asked, Found found) {
        var parts = new ArrayList<Node>();
        for (var facet : Facet.values()) {
            var values = found.facets().getOrDefault(facet, List.of());
            var chosen = Optional.ofNullable(asked.only().get(facet));
            var list = el("ul");
            if (chosen.isPresent()) {
                list = list.add(el(
                        "li",
                        el("a", "\u00d7 " + word(facet, chosen.get()))
                                .with("href", asked.with(facet, "").address())
                                .with("aria-label", "No longer only " + word(facet, chosen.get()))));
            } else {
                list = list.add(values.stream()
                        .map(v -> el(
                                "li",
                                el("a", word(facet, v.value()))
                                        .with(
                                                "href",
                                                asked.with(facet, v.value()).address()),
                                el("span.detail", " " + Words.number(v.items()))))
                        .toList());
            }
            parts.add(el("section", el("h2", Words.word(facet)), list)
                    .withIf(values.isEmpty() && chosen.isEmpty(), "hidden", ""));
        }
        var spans = el("ul");
        for (var span : SPAN_ORDER) {
            var on = span.equals(asked.span());
            spans = spans.add(el(
                    "li",
                    el(
                                    "a",
                                    (on ? "\u00d7 " : "") + "last "
                                            + span.replace("h", " h").replace("d", " d"))
                            .with("href", new Asked(asked.query(), asked.only(), on ? "" : span, 0).address())
                            .withIf(on, "aria-current", "true")));
        }
        parts.add(el("section", el("h2", "Time"), spans));
        return parts;
    }

    private static String word(Facet facet, String value) {
        return switch (facet) {
            case SOURCE -> value;
            case TAG -> value.replace('.', ' ');
            case LANGUAGE -> value.equals("und") ? "unknown" : Locale.of(value).getDisplayLanguage(Locale.ENGLISH);
            case PLACE -> Words.place(value.toLowerCase(Locale.ROOT));
        };
    }

    private static List<Node> results(Asked asked, Found found, Look look) {
        var parts = new ArrayList<Node>();
        var some = found.counted() < found.total()
                ? " The counts beside are of the newest " + Words.number(found.counted()) + "."
                : "";
        var many = (found.all() ? "" : "More than ") + Words.count(found.total(), "item", "items");
        parts.add(el("p.lead", many + ", newest first." + some).with("role", "status"));
        if (found.items().isEmpty()) {
            parts.add(el("p.empty", "Nothing was found. Fewer words or a longer time find more."));
        }
        parts.add(el("div.rows", found.items().stream().map(f -> row(f, look)).toList()));
        var pages = el("p.buttons");
        if (asked.skip() > 0) {
            pages = pages.add(el("a", "Newer")
                    .with("href", at(asked, Math.max(0, asked.skip() - PAGE)))
                    .with("rel", "prev"));
        }
        int next = asked.skip() + PAGE;
        if (next < found.total() && next <= Search.DEEPEST) {
            pages = pages.add(el("a", "Older").with("href", at(asked, next)).with("rel", "next"));
        }
        parts.add(pages);
        return parts;
    }

    private static String at(Asked asked, int skip) {
        return new Asked(asked.query(), asked.only(), asked.span(), skip).address();
    }

    private static Node row(Finding finding, Look look) {
        var item = finding.item();
        var teaser = item.summary().isBlank() ? item.body() : item.summary();
        var cut = teaser.length() > TEASER ? teaser.substring(0, end(teaser)) + "\u2026" : teaser;
        return el(
                        "article.card.found",
                        Look.foreign(
                                el("h3", el("a", headline(item)).with("href", permalink(item))), finding.language()),
                        meta(finding, look),
                        Look.foreign(el("p.teaser", cut), finding.language()))
                .with("data-key", "item:" + item.family())
                .with("tabindex", "-1");
    }

    /** Not between the two halves of a letter. */
    private static int end(String text) {
        return Character.isHighSurrogate(text.charAt(TEASER - 1)) ? TEASER - 1 : TEASER;
    }

    private static Node meta(Finding finding, Look look) {
        var item = finding.item();
        var line = el("p.figure", el("strong", item.source()).with("dir", "auto"));
        line = item.received().isPresent() ? line.add(look.clock(item.received().get())) : line;
        if (item.status() != Item.Status.USABLE) {
            line = line.add(el("span.chip.withdrawn", Words.word(item.status())));
        }
        if (!finding.duplicateOf().isEmpty()) {
            line = line.add(el("span.chip", "Carries " + finding.origin()));
        }
        for (var tag :
                finding.signals().stream().map(s -> s.tag()).distinct().limit(4).toList()) {
            line = line.add(el("span.signal", tag.replace('.', ' ')));
        }
        return line;
    }

    /** One item whole. */
    public static Node item(Finding finding, Look look, Position heard) {
        var item = finding.item();
        var body = el("div.body");
        for (var paragraph : item.body().isBlank()
                ? List.of(item.summary())
                : List.of(item.body().split("\n\n"))) {
            body = body.add(Look.foreign(el("p", paragraph), finding.language()));
        }
        var main = el(
                "section.sheet",
                el("p", el("a", "Back to the archive").with("href", "/archive")),
                Look.foreign(el("h1", headline(item)), finding.language()),
                meta(finding, look),
                body,
                el("p", Look.link(item.link(), "Where it came from", ".out"))
                        .withIf(item.link().isEmpty(), "hidden", ""),
                finding.story().isEmpty()
                        ? text("")
                        : el("p", el("a", "Its story").with("href", "/stories?id=" + encoded(finding.story()))),
                el("p.detail", item.family()));
        return Shell.page(Shell.Screen.ARCHIVE, headline(item), look, heard, "", List.of(main));
    }

    private static String headline(Item item) {
        return item.headline().isBlank() ? "(no headline)" : item.headline();
    }

    private static String permalink(Item item) {
        return "/archive/item?id=" + encoded(item.family());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
