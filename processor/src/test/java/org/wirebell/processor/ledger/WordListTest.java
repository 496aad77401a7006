package org.wirebell.processor.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordListTest {
    private static final WordList LIST = WordList.of(List.of(
            "# what burns, and what floats",
            "fire: fire, fires, blaze*, fire engine*, incendie, 火",
            "boat: boat*, fire boat, ship, naufrage*",
            "boat: dinghy"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nothing of the kind              |
            a fire                           | fire
            FIRES, and a Blaze               | fire fire
            blazes blazing blazer            | fire fire
            ablaze                           |
            a firewall                       |
            fire1                            |
            1fire                            |
            fire-boat                        | fire boat
            blaze7                           |
            a fire boat                      | fire boat
            two fire engines                 | fire
            boats, ship, shipping            | boat boat
            un INCENDIÉ                      |
            un Incendie                      | fire
            le naufragé du naufrage          | boat
            un dinghy                        | boat
            火                                | fire
            fire                             | fire
            """)
    void findsWholeWordsInAnyCase(String text, String expected) {
        var found = LIST.count(text).entrySet().stream()
                .map(e -> (e.getKey() + " ").repeat(e.getValue().intValue()))
                .collect(Collectors.joining())
                .strip();
        assertThat(found).isEqualTo(expected == null ? "" : expected);
        assertThat(LIST.kind(text)).isEqualTo(found.lines().findFirst().map(f -> f.split(" ", -1)[0]));
        assertThat(LIST.has("boat", text)).isEqualTo(found.contains("boat"));
        assertThat(LIST.spans("fire", text)).hasSize(found.split("fire", -1).length - 1);
    }

    @Test
    void tellsWhereTheyStand() {
        assertThat(LIST.spans("boat", "A ship, two Boats: 𝔸 boat"))
                .extracting(s -> s[0], s -> s[1])
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, 6),
                        org.assertj.core.groups.Tuple.tuple(12, 17),
                        org.assertj.core.groups.Tuple.tuple(22, 26));
    }

    @Test
    void takesThemOut() {
        assertThat(LIST.without("fire", "Fire:  the blaze on a ship")).isEqualTo(": the on a ship");
        assertThat(LIST.without("fire", "no such")).isEqualTo("no such");
    }

    @Test
    void saysWhichKindsThereAre() {
        assertThat(LIST.kinds()).containsExactly("fire", "boat");
        assertThatThrownBy(() -> LIST.has("tree", "a tree")).hasMessage("no kind tree; known are [fire, boat]");
    }
}
