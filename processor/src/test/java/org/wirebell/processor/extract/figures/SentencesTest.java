package org.wirebell.processor.extract.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Ten died. Two live.                       | Ten died. / Two live.
            Gen. Ann Dolo spoke. He left.             | Gen. Ann Dolo spoke. / He left.
            The U.S. army left at 5 p.m. on Friday.   | The U.S. army left at 5 p.m. on Friday.
            It moved 7.8 km. Nobody saw.              | It moved 7.8 km. / Nobody saw.
            "Ten died." He wept.                      | "Ten died." / He wept.
            They gave no details.At least two died.   | They gave no details. / At least two died.
            Market hit .... A bomb exploded.          | Market hit .... / A bomb exploded.
            هل مات؟ نعم.                              | هل مات؟ / نعم.
            """)
    void splits(String text, String expected) {
        assertThat(show(text)).isEqualTo(expected);
    }

    @Test
    void breaksAtBlankLinesAndCrossheadsButNotAtWrappedLines() {
        assertThat(show("Ten people died in the\nport of Zogo\n\nOther news\nNobody was hurt in the blast"))
                .isEqualTo("Ten people died in the\nport of Zogo / Other news / Nobody was hurt in the blast");
    }

    @Test
    void findsTheSentenceAtAnOffset() {
        var text = "Ten died. Two live.";
        assertThat(Sentences.at(text, 0).of(text)).isEqualTo("Ten died.");
        assertThat(Sentences.at(text, 9).of(text)).isEqualTo("Ten died.");
        assertThat(Sentences.at(text, 12).of(text)).isEqualTo("Two live.");
        assertThat(Sentences.at(text, 400).of(text)).isEqualTo("Two live.");
    }

    private static String show(String text) {
        return Sentences.of(text).stream().map(s -> s.of(text)).collect(Collectors.joining(" / "));
    }
}
