package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;
import static org.wirebell.desk.page.Node.text;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.wirebell.desk.board.Lineage;
import org.wirebell.desk.board.TimeLine;
import org.wirebell.model.Story;

/** One story whole: who had it first, whose words went where, how high it stood, what it counts. */
final class StorySheet {
    private static final int FIGURES = 60;

    private StorySheet() {}

    /** Of a story that went into another while the page was open: where it is now. */
    static Node.Element moved(String id, Story into) {
        return el("article.sheet.story-sheet")
                .with("data-key", StoryRow.key(id))
                .with("data-only", into.id())
                .add(
                        el("h1", "This story is now part of another"),
                        Look.foreign(
                                el("p", el("a", StoryRow.headline(into)).with("href", StoryRow.address(into.id()))),
                                StoryRow.language(into)));
    }

    /**
     * @param figures what its items say, by series
     */
    static Node.Element of(Story story, List<TimeLine> figures, Look look) {
        return el("article.sheet.story-sheet")
                .with("data-key", StoryRow.key(story.id()))
                .with("data-only", story.id())
                .add(
                        Look.foreign(el("h1", StoryRow.headline(story)), StoryRow.language(story)),
                        el(
                                "p.story-now",
                                Levels.chip(Levels.now(story, look.now())),
                                text(" in the past day; last item "),
                                look.ago(story.last())),
                        StoryRow.counts(story),
                        StoryRow.first(story, look),
                        StoryRow.places(story),
                        el("h2", "Whose words went where"),
                        lineage(story, look),
                        el("h2", "Level over time"),
                        Levels.table(story, look),
                        el("h2", "Figures"),
                        figures(figures, look),
                        notes(story, look));
    }

    private static Node lineage(Story story, Look look) {
        var missing = story.items() - story.members().size();
        var tree = el(
                "ol.lineage",
                Lineage.of(story).branches().stream()
                        .map(b -> branch(b, story, look))
                        .toList());
        return missing <= 0
                ? tree
                : el(
                        "div",
                        tree,
                        el(
                                "p.detail",
                                "The " + Words.count(missing, "oldest item is", "oldest items are")
                                        + " counted but no longer listed."));
    }

    private static Node.Element branch(Lineage.Branch branch, Story story, Look look) {
        var origin = branch.origin();
        var head = el(
                "p.origin-head",
                el("strong", origin.name()).with("dir", "auto"),
                el("span.behind", StoryRow.behind(Duration.between(story.first(), origin.first()))),
                look.clock(origin.first()),
                held(branch));
        var roots = branch.roots().stream()
                .map(r -> root(r, origin.name(), story, look))
                .toList();
        return el("li.origin", head, el("ol.roots", roots));
    }

    private static Node held(Lineage.Branch branch) {
        var texts = Words.count(branch.roots().size(), "text", "texts");
        var carriers = branch.origin().carriers();
        return carriers.isEmpty()
                ? el("span.detail", texts + ", carried by no other source")
                : el("span.detail", texts + ", carried by " + String.join(", ", carriers))
                        .with("dir", "auto");
    }

    private static Node.Element root(Lineage.Root root, String origin, Story story, Look look) {
        var own = root.item()
                .map(m -> item(m, text(""), origin, story, look))
                .orElseGet(() -> el("p.item.none", "The item that had these words first is not listed here."));
        if (root.carriers().isEmpty()) {
            return el("li", own);
        }
        var first = root.item().map(Story.Member::family).orElse("");
        return el(
                "li",
                own,
                el(
                        "ol.carriers",
                        root.carriers().stream()
                                .map(m -> el("li", item(m, kind(m, first, story), origin, story, look)))
                                .toList()));
    }

    private static Node.Element item(Story.Member member, Node kind, String origin, Story story, Look look) {
        var name = member.headline().isBlank() ? "(no title)" : member.headline();
        var credits = member.origin().equals(origin)
                ? text("")
                : el(
                        "span.detail",
                        text("credits "),
                        el("span", member.origin()).with("dir", "auto"));
        return el(
                "p.item",
                el("span.behind", StoryRow.behind(Duration.between(story.first(), member.at()))),
                look.clock(member.at()),
                el("strong", member.source()).with("dir", "auto"),
                kind,
                Look.foreign(Look.link(member.link(), name, ".out"), member.language()),
                credits);
    }

    /** How it differs from the words that it carries, and whose copy it is where those went from hand to hand. */
    private static Node kind(Story.Member member, String root, Story story) {
        var chip = el("span.chip." + style(member.kind()), word(member.kind()));
        if (member.copyOf().equals(root) || root.isEmpty()) {
            return chip;
        }
        return story.members().stream()
                .filter(m -> m.family().equals(member.copyOf()))
                .findFirst()
                .<Node>map(by ->
                        el("span", chip, text(" of "), el("span", by.source()).with("dir", "auto")))
                .orElse(chip);
    }

    private static String style(String kind) {
        return kind.matches("[a-z]+") ? kind : "copy";
    }

    private static String word(String kind) {
        return switch (kind) {
            case "reprint" -> "Reprint";
            case "cut" -> "Cut";
            case "update" -> "Carried, updated";
            case "edited" -> "Carried, edited";
            default -> "Carries the words";
        };
    }

    private static Node figures(List<TimeLine> figures, Look look) {
        if (figures.isEmpty()) {
            return el("p.empty", "No number of people was read from these items.");
        }
        var rows = figures.stream()
                .flatMap(line -> line.points().reversed().stream().map(p -> figure(line, p, look)))
                .limit(FIGURES)
                .toList();
        return table("Figures", List.of("Series", "How many", "Who says", "As of", "Sentence", "Source"), rows);
    }

    private static Node.Element figure(TimeLine line, TimeLine.Point p, Look look) {
        return el(
                "tr",
                el("td", SeriesCard.link(line.entry().series(), ""), el("span.detail", Words.word(p.kind()))),
                el("td.number", Words.reading(p.value(), p.low(), p.high(), p.bound())),
                el("td", p.claimant().isEmpty() ? "no named source" : p.claimant())
                        .with("dir", "auto"),
                el("td", look.clock(p.asOf())),
                el("td.sentence", Look.sentence(p.sentence(), p.quote(), p.quoteInSentence(), "", "")),
                el("td", Look.link(p.link(), p.source(), ".out")));
    }

    private static Node notes(Story story, Look look) {
        return Optional.of(story.notes())
                .filter(n -> !n.isEmpty())
                .<Node>map(n -> el(
                        "section",
                        el("h2", "How it was put together"),
                        el("ul.notes", n.stream().map(line -> note(line, look)).toList())))
                .orElseGet(() -> text(""));
    }

    /** A note begins with its moment. */
    private static Node.Element note(String line, Look look) {
        var end = line.indexOf(": ");
        try {
            var at = Instant.parse(line.substring(0, Math.max(0, end)));
            return el("li", look.clock(at), text(line.substring(end)));
        } catch (DateTimeParseException e) {
            return el("li", line).with("dir", "auto");
        }
    }

    static Node.Element table(String name, List<String> heads, List<? extends Node> rows) {
        var head = el(
                "tr", heads.stream().map(h -> el("th", h).with("scope", "col")).toList());
        return el("div.scroll", el("table", el("thead", head), el("tbody", rows)))
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-label", name);
    }
}
