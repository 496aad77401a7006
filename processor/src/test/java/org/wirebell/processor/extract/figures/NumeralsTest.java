package org.wirebell.processor.extract.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
    private static final Lexicon ENGLISH = Lexicon.of("en");
    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    @Test
    void readsBackEverySpelledNumberBelowAMillion() {
        for (int n = 0; n < 1_000_000; n++) {
            var spelled = spell(n);
            if (!read(spelled, ENGLISH).equals("EXACT " + n)) {
                assertThat(read(spelled, ENGLISH)).as(spelled).isEqualTo("EXACT " + n);
            }
        }
    }

    @Test
    void readsBackFrench() {
        var french = Lexicon.of("fr");
        for (int n = 2; n < 1_000_000; n += step(n)) {
            assertReads(Spelling.frenchLarge(n), n, french);
            assertReads(Spelling.frenchFeminine(n), n, french);
            assertReads(Spelling.frenchHyphened(n), n, french);
            assertReads(Spelling.frenchSeptante(n), n, french);
        }
    }

    @Test
    void readsBackSpanish() {
        var spanish = Lexicon.of("es");
        for (int n = 2; n < 1_000_000; n += step(n)) {
            assertReads(Spelling.spanishLarge(n), n, spanish);
            assertReads(Spelling.spanishFeminine(n), n, spanish);
        }
    }

    /** Arabic writes "and" onto the next word, so whole sentences are read. */
    @Test
    void readsBackArabic() {
        for (int n = 3; n < 1_000_000; n += step(n)) {
            for (var spelled : List.of(Spelling.arabic(n), Spelling.arabicOblique(n), Spelling.arabicFeminine(n))) {
                var text = "قتل " + spelled + " شخصا";
                if (!Shown.read(text, "ar").equals("killed " + n)) {
                    assertThat(Shown.read(text, "ar")).as(text).isEqualTo("killed " + n);
                }
            }
        }
    }

    /** Every number below 20,000, and then one in 97. */
    private static int step(int n) {
        return n < 20_000 ? 1 : 97;
    }

    private static void assertReads(String spelled, int n, Lexicon lexicon) {
        if (!read(spelled, lexicon).equals("EXACT " + n)) {
            assertThat(read(spelled, lexicon)).as(spelled).isEqualTo("EXACT " + n);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            9 300               | EXACT 9300
            thirty six          | EXACT 36
            12\u00a0400         | EXACT 12400
            12\u202f400         | EXACT 12400
            1,234,567           | EXACT 1234567
            1,95,243            | EXACT 195243
            2.14 lakh           | EXACT 214000
            1.5 crore           | EXACT 15000000
            1,2,3               | OTHER 0
            7.8                 | OTHER 0
            ４５                | EXACT 45
            ٤٥٦                 | EXACT 456
            ۴۵۶                 | EXACT 456
            a million and a half | EXACT 1500000
            two and a half million | EXACT 2500000
            a hundred           | EXACT 100
            several hundred     | VAGUE 300
            half                | SHARE 0
            26th                | ORDINAL 26
            0815                | OTHER 0
            """)
    void readsOneNumber(String text, String expected) {
        assertThat(read(text, ENGLISH)).isEqualTo(expected);
    }

    private static String read(String text, Lexicon lexicon) {
        var tokens = Tokens.of(text, 0, text.length(), lexicon.elisions());
        var pieces = Numerals.merge(lexicon.pieces(tokens), text, lexicon);
        if (pieces.size() != 1) {
            return pieces.size() + " pieces";
        }
        var quantity = pieces.getFirst().quantity();
        return quantity.kind() + " " + quantity.low();
    }

    private static String spell(int n) {
        if (n < 20) {
            return SMALL.get(n);
        }
        if (n < 100) {
            return TENS.get(n / 10) + (n % 10 == 0 ? "" : "-" + SMALL.get(n % 10));
        }
        if (n < 1000) {
            return SMALL.get(n / 100) + " hundred"
                    + (n % 100 == 0 ? "" : (n % 3 == 0 ? " " : " and ") + spell(n % 100));
        }
        var rest = n % 1000;
        return spell(n / 1000) + " thousand" + (rest == 0 ? "" : (rest < 100 ? " and " : " ") + spell(rest));
    }
}
