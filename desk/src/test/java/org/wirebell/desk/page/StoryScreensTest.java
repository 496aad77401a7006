package org.wirebell.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirebell.desk.Tales;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.Position;
import org.wirebell.desk.board.Source;
import org.wirebell.model.Golden;
import org.wirebell.model.Place;
import org.wirebell.model.Samples;
import org.wirebell.model.Story;

class StoryScreensTest {
    private static final Instant NOW = Samples.T0.plus(Duration.ofHours(3));
    private final Look look = new Look("Desk", NOW, ZoneId.of("Asia/Beirut"));
    private final Board board = new Board(10, 10, 10, 10, 10);
    private final Tales tales = new Tales(Samples.T0);

    private static String lines(Node node) {
        return Html.fragment(node).replace("><", ">\n<");
    }

    private Story ferry() {
        var evidence = Samples.update().evidence(); // its item opens the story
        var first = new Story.Member(
                evidence.family(),
                "coastwire",
                "coastwire",
                Samples.T0,
                "en",
                "Ferry sinks off Port Adel",
                evidence.link(),
                "",
                "");
        var reprint = tales.copy(first, "reprint", "harbour-desk", 12);
        return Tales.story(
                List.of(new Place("xx/port-adel", "Port Adel", "xx", List.of("xx"), "Port Adel")),
                List.of(level(0, 4), level(1, 4), level(3, 6)),
                List.of(Samples.T0.plusSeconds(60) + ": took in northline|2, likeness 0.71 by marla, star"),
                first,
                reprint,
                tales.copy(reprint, "cut", "plain-news", 30),
                tales.own("nahr-press", "https://nahr-press.example/1", 90, "ar", "غرق عبارة"));
    }

    private static Story.Level level(int hour, int level) {
        return new Story.Level(Samples.T0.plus(Duration.ofHours(hour)), level);
    }

    @Test
    void paintsAStoryInTheList() {
        Golden.check("story-row.html", lines(StoryRow.of(ferry(), look)));
    }

    @Test
    void paintsAStoryWithItsLineageAndFigures() {
        board.ledger(Source.LEDGER.at(0, 0), Samples.series().key(), Optional.of(Samples.entry()));
        board.update(Source.UPDATES.at(0, 0), Samples.update());
        Golden.check("story.html", lines(StoryScreens.whole(ferry(), board, look)));
    }

    @Test
    void isShortAboutAStoryOfOneItem() {
        var row = lines(StoryRow.of(Tales.story(tales.own("coastwire", 0)), look));
        assertThat(row).contains("one item, alone with it so far").doesNotContain("independent");
    }

    @Test
    void tellsWhoWasFirst() {
        assertThat(lines(StoryScreens.stories(List.of(ferry()), look, Position.START)))
                .contains(
                        "Who was first",
                        "<strong dir=\"auto\">coastwire</strong>",
                        "+12 min",
                        "+30 min",
                        "+1 h 30 min");
    }

    @Test
    void saysWhatIsEmpty() {
        assertThat(lines(StoryScreens.stories(List.of(), look, Position.START)))
                .contains("No story yet.", "No story was told by more than one source yet.");
        var alone = Tales.story(tales.own("coastwire", 0));
        assertThat(lines(StoryScreens.whole(alone, board, look)))
                .contains(
                        "alone with it so far",
                        "none carries another",
                        "No item of this story has told of an escalation.",
                        "No number of people was read from these items.")
                .doesNotContain("How it was put together");
    }

    @Test
    void saysHowManyItemsAreNoLongerListed() {
        var long100 = Tales.of(ferry(), 140);
        assertThat(lines(StoryScreens.whole(long100, board, look)))
                .contains("The 136 oldest items are counted but no longer listed.");
    }

    @Test
    void leadsFromAnOpenPageToTheStoryThatItWentInto() {
        var gone = Tales.story(tales.own("northline", 4));
        board.story(Source.STORIES.at(0, 0), ferry().id(), Optional.of(ferry()));
        board.story(Source.STORIES.at(0, 1), gone.id(), Optional.of(Tales.gone(gone, ferry().id())));
        var patch = Patch.of(org.wirebell.desk.board.Change.Kind.STORY, gone.id(), Patch.View.STORY, board, look)
                .orElseThrow();
        assertThat(lines(patch.node().orElseThrow()))
                .contains("now part of another", "/stories?id=coastwire%7Curn%3Acoast%3Aferry-1");
        var row = Patch.of(org.wirebell.desk.board.Change.Kind.STORY, gone.id(), Patch.View.STORIES, board, look)
                .orElseThrow();
        assertThat(row.node()).isEmpty(); // leaves the list
    }

    @Test
    void joinsHoursOfOneLevel() {
        var levels = List.of(level(0, 3), level(1, 3), level(2, 5), level(3, 5), level(9, 5));
        assertThat(Levels.runs(levels))
                .extracting(r -> r.from().toString().substring(11, 13) + "-"
                        + r.to().toString().substring(11, 13) + " " + r.level())
                .containsExactly("06-07 3", "08-09 5", "15-15 5");
    }

    @Test
    void countsTheLevelOfThePastDayOnly() {
        var story = ferry();
        assertThat(Levels.now(story, NOW)).isEqualTo(6);
        assertThat(Levels.now(story, NOW.plus(Duration.ofHours(24)))).isEqualTo(6);
        assertThat(Levels.now(story, NOW.plus(Duration.ofHours(25)))).isZero();
        assertThat(lines(Levels.chip(0))).contains("No level");
    }

    @Test
    void needsNoInlineScriptOrStyle() {
        var all = Html.document(StoryScreens.stories(List.of(ferry()), look, Position.START))
                + Html.document(StoryScreens.story(ferry(), board, look, Position.START));
        assertThat(all)
                .doesNotContain("<style", " style=", " onclick", "javascript:")
                .doesNotContainPattern("<script(?! [^>]*src=)");
    }
}
