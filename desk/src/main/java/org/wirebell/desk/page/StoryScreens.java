package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.FirstHand;
import org.wirebell.desk.board.Position;
import org.wirebell.model.Story;

/** The screens of the stories: all that run, and one. */
public final class StoryScreens {
    static final int FIRST_STORIES = 150;
    private static final Duration RECENT = Duration.ofDays(7);

    private StoryScreens() {}

    /** Running stories, newest activity first, and who tends to be first. */
    public static Node stories(List<Story> stories, Look look, Position heard) {
        var rows = stories.stream()
                .limit(FIRST_STORIES)
                .map(s -> StoryRow.of(s, look))
                .toList();
        return Shell.page(
                Shell.Screen.STORIES,
                "Stories",
                look,
                heard,
                "",
                List.of(el(
                        "section.sheet",
                        el("h1", "Stories"),
                        el("p.lead", "What several items tell of one thing: who had it first, whose words went where."),
                        firstHand(stories, look),
                        el(
                                "div.bar",
                                Shell.button("fresh", "").with("class", "pill"),
                                Shell.button("pause", "Pause").with("aria-pressed", "false")),
                        el("div.rows", rows).with("id", "stories").with("data-list", ""),
                        el("p.empty", "No story yet. They appear here as items come in.")
                                .with("id", "stories-empty")
                                .withIf(!rows.isEmpty(), "hidden", ""))));
    }

    /** One story, for a link from elsewhere. */
    public static Node story(Story story, Board board, Look look, Position heard) {
        return Shell.page(
                Shell.Screen.STORIES,
                StoryRow.headline(story),
                look,
                heard,
                "",
                List.of(el("p.back", el("a", "All stories").with("href", "/stories")), whole(story, board, look)));
    }

    public static String address(Story story) {
        return StoryRow.address(story.id());
    }

    static Node.Element whole(Story story, Board board, Look look) {
        var families = story.members().stream().map(Story.Member::family).collect(Collectors.toSet());
        return StorySheet.of(story, board.series(families), look);
    }

    private static Node firstHand(List<Story> stories, Look look) {
        var sources = FirstHand.of(stories, look.now().minus(RECENT));
        var box = el("details.first-hand", el("summary", "Who was first"))
                .add(el(
                        "p.detail",
                        "Stories of the last seven days that more than one source told; when an item came in here counts, "
                                + "whether it was a source\u2019s own or carried another\u2019s words."));
        if (sources.isEmpty()) {
            return box.add(el("p.empty", "No story was told by more than one source yet."));
        }
        var rows = sources.stream().map(StoryScreens::row).toList();
        return box.add(StorySheet.table(
                "Who was first", List.of("Source", "Stories", "Times first", "Median behind, when not first"), rows));
    }

    private static Node.Element row(FirstHand source) {
        return el(
                "tr",
                el("th", el("strong", source.source()).with("dir", "auto")).with("scope", "row"),
                el("td.number", Words.number(source.stories())),
                el("td.number", Words.number(source.first())),
                el("td.number", source.behind().map(StoryRow::behind).orElse("\u2013")));
    }
}
