package org.wirebell.desk.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirebell.desk.Tales;
import org.wirebell.model.Samples;
import org.wirebell.model.Story;

class StoriesTest {
    private final Board board = new Board(10, 10, 3, 10, 50);
    private final Tales tales = new Tales(Samples.T0);
    private long offset;

    private Story put(Story story) {
        board.story(Source.STORIES.at(0, offset++), story.id(), Optional.of(story));
        return story;
    }

    private Story single(int minute) {
        return Tales.story(tales.own("coastwire", minute));
    }

    private List<Integer> minutes() {
        return board.stories().stream()
                .map(s -> (int) java.time.Duration.between(Samples.T0, s.last()).toMinutes())
                .toList();
    }

    @Test
    void showsTheStoryWithTheNewestItemFirst() {
        put(single(20));
        put(single(30));
        put(single(10));
        assertThat(minutes()).containsExactly(30, 20, 10);
    }

    @Test
    void forgetsTheStoryWithTheOldestNewsInWhateverOrderTheyCome() {
        put(single(40));
        put(single(20));
        put(single(30));
        put(single(10)); // of another partition, read later
        assertThat(minutes()).containsExactly(40, 30, 20);
    }

    @Test
    void replacesAStoryThatWentOn() {
        var first = tales.own("coastwire", 1);
        put(Tales.story(first));
        put(single(20));
        put(Tales.story(first, tales.own("northline", 30)));
        assertThat(minutes()).containsExactly(30, 20);
        assertThat(board.story(first.family()).orElseThrow().items()).isEqualTo(2);
    }

    @Test
    void leadsToTheStoryThatAnotherWentInto() {
        var whole = put(single(30));
        var part = put(single(20));
        var older = put(single(10));
        put(Tales.gone(older, part.id()));
        put(Tales.gone(part, whole.id()));
        assertThat(minutes()).containsExactly(30);
        assertThat(board.story(older.id())).contains(whole);
        assertThat(board.story(part.id())).contains(whole);
    }

    @Test
    void endsWhereTheWayGoesInACircle() {
        var a = single(10);
        var b = single(20);
        put(Tales.gone(a, b.id()));
        put(Tales.gone(b, a.id()));
        assertThat(board.story(a.id())).isEmpty();
    }

    @Test
    void letsGoOfWhatTheTopicLetsGoOf() {
        var story = put(single(10));
        board.story(Source.STORIES.at(0, offset++), story.id(), Optional.empty());
        assertThat(board.stories()).isEmpty();
        assertThat(board.story(story.id())).isEmpty();
    }

    @Test
    void tellsOfEachChange() {
        var story = put(single(10));
        assertThat(board.since(0).changes())
                .extracting(Change::kind, Change::key)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Change.Kind.STORY, story.id()));
        assertThat(board.position().text()).isEqualTo("s0:0");
    }

    @Test
    void findsWhatTheItemsOfAStoryCount() {
        var key = Samples.series().key();
        board.ledger(Source.LEDGER.at(0, 0), key, Optional.of(Samples.entry()));
        board.update(Source.UPDATES.at(0, 0), Samples.update());
        var family = Samples.update().evidence().family();
        assertThat(board.series(java.util.Set.of(family, "other")))
                .extracting(TimeLine::key)
                .containsExactly(key);
        assertThat(board.series(java.util.Set.of(family)).getFirst().points()).hasSize(1);
        assertThat(board.series(java.util.Set.of("other"))).isEmpty();
    }
}
