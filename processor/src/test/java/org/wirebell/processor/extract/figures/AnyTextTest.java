package org.wirebell.processor.extract.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever the text, it is read without harm. Too slow to be asked of every mutant. */
class AnyTextTest {
    private static final FigureReader READER = FigureReader.standard();

    @Test
    void aMegabyteOfDigitsAndCommasIsOneTokenPerRunAndNoFigure() {
        var line = "1,".repeat(500_000) + " killed";
        assertThat(Tokens.of(line, 0, line.length(), false)).hasSize(3);
        assertThat(READER.read("", line, "en")).isEmpty();
        var spaced = "1 , ".repeat(250_000) + "killed";
        assertThat(Tokens.of(spaced, 0, spaced.length(), false)).hasSize(500_001);
        assertThat(READER.read("", spaced, "en")).isNotNull();
    }

    @Test
    void anyMixOfWordsIsReadWithoutHarm() {
        var words = List.of(
                "12",
                "1,200",
                "one hundred and",
                "half",
                "a",
                "of them",
                "killed",
                "dead",
                "the death toll",
                "rose to",
                "from",
                "to",
                "(",
                ")",
                ",",
                "-",
                "and",
                "police",
                "said",
                "according to",
                "including",
                "people",
                "soldiers",
                "in",
                "Zogo",
                "since",
                "as of",
                "May",
                "2014",
                "were",
                "another",
                "at least",
                "number of",
                "who",
                "\"",
                "'s",
                ".",
                "per cent",
                "between",
                "missing",
                "\n");
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var text = random.ints(1 + i % 25, 0, words.size())
                    .mapToObj(words::get)
                    .collect(Collectors.joining(" "));
            for (var figure : READER.read("", text, "en")) {
                assertThat(text.substring(figure.start(), figure.end())).isEqualTo(figure.quote());
            }
        }
    }

    @Test
    void workGrowsWithLengthOnly() {
        // One sentence without a stop is read in stretches, each figure with its neighbours only, until there are
        // enough.
        assertThat(READER.read("", "5 killed, 6 injured and ".repeat(400), "en"))
                .hasSize(800);
        assertThat(READER.read("", "5 killed, 6 injured and ".repeat(20_000), "en"))
                .hasSizeBetween(LineReader.MOST_FIGURES, LineReader.MOST_FIGURES + 200);
        assertThat(READER.read("", "5 killed, 6 injured.\n\n".repeat(20_000), "en"))
                .hasSize(LineReader.MOST_FIGURES);
    }
}
