package org.wirebell.processor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Figure;

/** Which numbers of other books a new number touches; {@link DoubtsTest} asks the rest. */
class SceneTest {
    @ParameterizedTest(name = "{1} after {0}")
    @CsvSource(delimiter = '!', textBlock = """
            # said before                                         ! now               ! books touched
            5 - 2963 category:displaced                           ! 5 - 2963          ! {displaced|all|al=[5 - 2963 category:displaced]}
            6 - 2963 category:displaced                           ! 5 - 2963          ! {displaced|all|al=[6 - 2963 category:displaced]}
            4 - 2963 category:displaced                           ! 5 - 2963          ! {}
            6 - 2964 category:displaced                           ! 5 - 2963          ! {}
            6 - 2963                                              ! 5 - 2963          ! {}
            6 - 40 population:children                            ! 5 - 2963          ! {killed|children|al=[6 - 40 population:children]}
            6 - 40 population:children category:injured           ! 5 - 2963          ! {}
            """)
    void touches(String before, String now, String expected) {
        var claim = Said.claim(before);
        var parts =
                claim.series().population().equals("children") && claim.series().category() == Figure.Category.KILLED
                        ? List.of(
                                new Posting.Part("another", "injured|all|al", 90, Figure.Bound.EXACT),
                                new Posting.Part(claim.id(), "killed|all|al", 90, Figure.Bound.EXACT))
                        : List.<Posting.Part>of();
        assertThat(Scene.EMPTY
                        .put(List.of(claim), parts)
                        .touchedBy(Said.claim(now))
                        .toString())
                .isEqualTo(expected);
    }

    @Test
    void holdsTheNewestAndLetsGoOfWhatIsStruck() {
        var many = IntStream.range(0, Scene.KEPT + 1)
                .mapToObj(i -> Said.claim((300 - i) + " - 20"))
                .toList();
        var scene = Scene.EMPTY.put(many, List.of());
        assertThat(scene.marks()).hasSize(Scene.KEPT);
        assertThat(scene.marks().getFirst().claim()).isEqualTo("45 - 20");
        assertThat(scene.marks().getLast().claim()).isEqualTo("300 - 20");
        assertThat(scene.strike(List.of("300 - 20")).marks())
                .hasSize(Scene.KEPT - 1)
                .noneMatch(m -> m.claim().equals("300 - 20"));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # one                     | other                    | comparable
            0 - 9                     | 0 - 9                    | true
            0 - 9                     | 0 - 9 event:typhoon      | true
            0 - 9                     | 0 - 9 event:mine         | false
            0 - 9                     | 0 - 9 place:al           | false
            0 - 9 event:strike        | 0 - 9 event:strike       | false
            0 - 9 event:war           | 0 - 9 event:strike       | false
            0 - 9 event:war           | 0 - 9 since:2026-01-02   | true
            0 - 9 since:2026-01-02    | 0 - 9 since:2026-01-09   | false
            0 - 9 since:2026-01-02    | 0 - 9 since:2026-01-02 place:al | false
            """)
    void comparesAPartAndItsTotal(String one, String other, boolean comparable) {
        var mark = Scene.EMPTY.put(List.of(Said.claim(one)), List.of()).marks().getFirst();
        assertThat(mark.comparable(Said.claim(other).series())).isEqualTo(comparable);
    }
}
