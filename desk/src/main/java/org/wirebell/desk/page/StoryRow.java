package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;
import static org.wirebell.desk.page.Node.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.wirebell.model.Place;
import org.wirebell.model.Story;

/** One running story in the list: what, how high, how many say so, who was first. */
final class StoryRow {
    private StoryRow() {}

    static String key(String id) {
        return "story:" + id;
    }

    static String address(String id) {
        return "/stories?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    static Node.Element of(Story story, Look look) {
        return el("article.card.story")
                .with("data-key", key(story.id()))
                .with("data-sort", Long.toString(story.last().toEpochMilli()))
                .with("tabindex", "-1")
                .add(
                        el(
                                "header.alert-top",
                                Levels.chip(Levels.now(story, look.now())),
                                el("span.alert-times", look.ago(story.last()), look.clock(story.last()))),
                        el(
                                "h2.story-title",
                                Look.foreign(
                                        el("a", headline(story)).with("href", address(story.id())), language(story))),
                        story.items() == 1 ? text("") : counts(story),
                        first(story, look),
                        places(story));
    }

    static String headline(Story story) {
        return story.headline().isBlank() ? "(no title)" : story.headline();
    }

    /** Of the headline: that of the item that opened it, where it is still held. */
    static String language(Story story) {
        return story.members().stream()
                .filter(m -> m.family().equals(story.id()))
                .map(Story.Member::language)
                .findFirst()
                .or(() -> story.languages().stream().findFirst())
                .orElse("");
    }

    static Node.Element counts(Story story) {
        long carried =
                story.members().stream().filter(m -> !m.copyOf().isEmpty()).count();
        return el(
                "p.story-counts",
                el("span", Words.count(story.items(), "item", "items")),
                el("span", Words.count(story.origins().size(), "independent origin", "independent origins")),
                el(
                        "span",
                        carried == 0
                                ? "none carries another\u2019s words"
                                : Words.count(carried, "carries", "carry") + " another\u2019s words"));
    }

    static Node first(Story story, Look look) {
        return story.firstOrigin()
                .<Node>map(o -> el(
                        "p.story-first",
                        text("First: "),
                        el("strong", o.name()).with("dir", "auto"),
                        text(", since "),
                        look.clock(o.first()),
                        text(" "),
                        second(story)))
                .orElseGet(() -> text(""));
    }

    /** Who came next, how long after. */
    private static Node second(Story story) {
        if (story.origins().size() < 2) {
            return el(
                    "span.story-next", story.items() == 1 ? "one item, alone with it so far" : "alone with it so far");
        }
        var next = story.origins().get(1);
        return el(
                "span.story-next",
                text("then "),
                el("span", next.name()).with("dir", "auto"),
                text(" "),
                el("span.behind", behind(Duration.between(story.first(), next.first()))));
    }

    /** "+12 min" or "+2 h 40 min" behind the first; "first" for the first itself. */
    static String behind(Duration behind) {
        if (!behind.isPositive()) {
            return "first";
        }
        var hours = behind.toHours();
        var minutes = hours > 0 && hours < 48 ? behind.toMinutesPart() : 0;
        return "+" + Look.length(behind) + (minutes > 0 ? " " + minutes + " min" : "");
    }

    static Node places(Story story) {
        var names = story.places().stream().map(Place::name).distinct().toList();
        return names.isEmpty() ? text("") : el("p.story-places", list(names));
    }

    private static List<Node> list(List<String> names) {
        return IntStream.range(0, names.size())
                .boxed()
                .<Node>flatMap(i -> i == 0
                        ? java.util.stream.Stream.of(name(names.get(i)))
                        : java.util.stream.Stream.of(text(" \u00b7 "), name(names.get(i))))
                .toList();
    }

    private static Node name(String name) {
        return el("span", name).with("dir", "auto");
    }
}
