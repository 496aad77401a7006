package org.wirebell.processor.extract.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Port Adel's ferry      | port adel ferry
            U.S. and U.K. envoys   | us and uk envoys
            US-led convoy          | us led convoy
            Sana'a                 | sanaa
            L’armée d'Adel         | l armee d adel
            1,200 of 3.5 million   | 1200 of 3.5 million
            Łódź, Ærø and Straße   | lodz aero and strasse
            İzmir                  | izmir
            ١٢ قتيلاً في القاهرةِ  | 12 قتيلا في القاهره
            کشته‌های               | كشتههاي
            Київ, ёлка             | киів елка
            """)
    void foldsWords(String text, String keys) {
        assertThat(Words.of(text).stream().map(Word::key).collect(Collectors.joining(" ")))
                .isEqualTo(keys);
    }

    @Test
    void keepsOffsets() {
        var text = "A «Café» (12)";
        assertThat(Passage.of(text).words())
                .allSatisfy(w -> assertThat(text.substring(w.start(), w.end())).isEqualTo(w.form()))
                .extracting(Word::start)
                .containsExactly(0, 3, 10);
    }
}
