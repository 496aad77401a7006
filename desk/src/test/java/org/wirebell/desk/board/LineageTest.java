package org.wirebell.desk.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wirebell.desk.Tales;
import org.wirebell.model.Samples;
import org.wirebell.model.Story;

class LineageTest {
    private final Tales tales = new Tales(Samples.T0);
    private final Story.Member first = tales.own("coastwire", 0);

    private static String show(Story story) {
        return Lineage.of(story).branches().stream()
                .map(b -> b.origin().name() + ": "
                        + b.roots().stream().map(LineageTest::show).collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" | "));
    }

    private static String show(Lineage.Root root) {
        var item = root.item().map(Story.Member::source).orElse("?");
        return root.carriers().isEmpty()
                ? item
                : item + " > "
                        + root.carriers().stream().map(Story.Member::source).collect(Collectors.joining(" "));
    }

    @Test
    void putsEachCopyUnderTheWordsThatItCarries() {
        var second = tales.own("northline", 5);
        var story = Tales.story(
                first,
                tales.copy(first, "reprint", "harbour", 12),
                second,
                tales.copy(second, "cut", "bulletin", 9),
                tales.own("coastwire", 20));
        assertThat(show(story))
                .isEqualTo("coastwire: coastwire > harbour, coastwire | northline: northline > bulletin");
    }

    @Test
    void followsWordsFromHandToHand() {
        var harbour = tales.copy(first, "reprint", "harbour", 12);
        var plain = tales.copy(harbour, "cut", "plain", 14);
        assertThat(show(Tales.story(first, plain, harbour))).isEqualTo("coastwire: coastwire > harbour plain");
    }

    @Test
    void keepsCopiesOfWhatIsNoLongerListed() {
        var copy = tales.copy(first, "reprint", "harbour", 12);
        assertThat(show(Tales.story(copy))).isEqualTo("coastwire: ? > harbour");
    }

    @Test
    void namesAnOriginThatWasOnlyCredited() {
        var story = Tales.story(Tales.credited(tales.own("harbour", 3), "Agency"));
        assertThat(show(story)).isEqualTo("Agency: harbour");
        assertThat(story.origins().getFirst().carriers()).containsExactly("harbour");
    }

    @Test
    void doesNotRunInCircles() {
        var a = tales.own("a", 1);
        var b = tales.copy(a, "reprint", "b", 2);
        var circle = new Story.Member(
                a.family(), a.source(), a.origin(), a.at(), a.language(), a.headline(), a.link(), b.family(), "cut");
        assertThat(show(Tales.story(circle, b))).isEqualTo("a: a, b");
    }
}
