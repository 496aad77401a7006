package org.wirebell.processor.extract.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordFileTest {
    @Test
    void readsSectionsPhrasesAndWorth() {
        assertThat(WordFile.parse("x.txt", "# words\n[units]\none, a single = 1 # first\n"))
                .containsExactly(new WordFile.Line("units", java.util.List.of("one", "a single"), 1));
    }

    @Test
    void readsEachChoice() {
        assertThat(WordFile.parse("x.txt", "[units]\n(with|suffered) (|minor) burns, hurt\n"))
                .flatExtracting(WordFile.Line::phrases)
                .containsExactly("with burns", "with minor burns", "suffered burns", "suffered minor burns", "hurt");
    }

    @Test
    void saysWhereALineIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WordFile.parse("x.txt", "[units]\none = many"))
                .withMessageContaining("x.txt:2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WordFile.parse("x.txt", "one"))
                .withMessageContaining("before any [section]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ar"})
    void everyLanguageLoads(String language) {
        assertThat(Lexicon.of(language).language()).isEqualTo(language);
    }
}
