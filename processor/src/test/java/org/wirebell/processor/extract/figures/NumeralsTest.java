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
    void readsBackFrenchAndSpanishHundreds() {
        var french = Lexicon.of("fr");
        var spanish = Lexicon.of("es");
        for (int n = 2; n < 1000; n++) {
            assertThat(read(Spelling.french(n), french)).as(Spelling.french(n)).isEqualTo("EXACT " + n);
            assertThat(read(Spelling.spanish(n), spanish))
                    .as(Spelling.spanish(n))
                    .isEqualTo("EXACT " + n);
        }
    }

    @Test
    void readsBackFrenchAndSpanishThousands() {
        var french = Lexicon.of("fr");
        var spanish = Lexicon.of("es");
        for (int n = 2002; n < 1_000_000; n += 997) {
            if (n % 1000 > 1) {
                var fr = Spelling.french(n / 1000).replaceAll("(cent|vingt)s$", "$1") + " mille "
                        + Spelling.french(n % 1000);
                var es = Spelling.spanish(n / 1000) + " mil " + Spelling.spanish(n % 1000);
                assertThat(read(fr, french)).as(fr).isEqualTo("EXACT " + n);
                assertThat(read(es, spanish)).as(es).isEqualTo("EXACT " + n);
            }
        }
    }

    /** Arabic writes "and" onto the next word, so whole sentences are read. */
    @Test
    void readsBackArabicNumbers() {
        for (int n = 3; n < 1_000_000; n += n < 1000 ? 1 : 997) {
            var text = "قتل " + Spelling.arabic(n) + " شخصا";
            assertThat(Shown.read(text, "ar")).as(text).isEqualTo("killed " + n);
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
