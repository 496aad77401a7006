package org.wirebell.processor.extract.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Spells numbers and reads them back. Too slow to be asked of every mutant: {@link NumeralsTest} stands alone there. */
class SpelledNumbersTest {
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
    void readsBackEnglish() {
        for (int n = 0; n < 1_000_000; n += step(n)) {
            assertReads(spell(n), n, ENGLISH);
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

    /** Every number below 2,000, and then one in 97: each remainder by a thousand comes ten times. */
    private static int step(int n) {
        return n < 2_000 ? 1 : 97;
    }

    private static void assertReads(String spelled, int n, Lexicon lexicon) {
        if (!NumeralsTest.read(spelled, lexicon).equals("EXACT " + n)) {
            assertThat(NumeralsTest.read(spelled, lexicon)).as(spelled).isEqualTo("EXACT " + n);
        }
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
