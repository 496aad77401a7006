package org.wirebell.processor.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.processor.extract.figures.FigureReader;

/** Texts of a megabyte made to break a reader: each ends in time, whatever is read in it. */
class HostileTextTest {
    private static final int LENGTH = 1_000_000;
    private static final Duration LIMIT = Duration.ofSeconds(20); // well under 1 s on an idle machine

    private static final FigureReader FIGURES = FigureReader.standard();
    private static final Extractor EXTRACTOR = Extractor.standard();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '`', textBlock = """
            digits and commas|1,
            digits|7
            Arabic digits|٣
            number words|twelve hundred and\s
            dead|12 killed,\s
            things|killed 12 houses,\s
            ranges|killed 3 to 5 or\s
            one sentence|the miners said that 7 of them were hurt while\s
            one letter|a
            capitals|A
            brackets|([
            quotes|"'
            hyphens|a-
            stops|.
            stops and quotes|."
            stops and blanks|.\s
            blanks|` `
            places|Port Adel,\s
            claimants|killed 7, the Zogo Mine Office said,\s
            titles|Mayor Of The Harbour Board\s
            Arabic|قتل 12 شخصا و""")
    void endsInTime(String name, String piece) {
        var text = piece.repeat(LENGTH / piece.length()) + " killed 12 people";
        assertThat(text).hasSizeGreaterThan(LENGTH - 100);
        assertTimeoutPreemptively(LIMIT, () -> {
            assertThat(FIGURES.read("", text, "en")).isNotNull();
            assertThat(FIGURES.read("", text, "ar")).isNotNull();
            assertThat(EXTRACTOR.extract(item(text)).figures()).isNotNull();
        });
    }

    private static Item item(String text) {
        return Json.read(Json.plain(Map.of("id", "long", "source", "test", "body", text)), Item.class);
    }
}
