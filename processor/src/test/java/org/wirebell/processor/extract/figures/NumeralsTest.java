package org.wirebell.processor.extract.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers one by one; {@link SpelledNumbersTest} reads back whole ranges of them. */
class NumeralsTest {
    private static final Lexicon ENGLISH = Lexicon.of("en");

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
            a dozen             | LOOSE 12
            26th                | ORDINAL 26
            0815                | OTHER 0
            """)
    void readsOneNumber(String text, String expected) {
        assertThat(read(text, ENGLISH)).isEqualTo(expected);
    }

    /** Numbers in their order, words left out; where one of several readings decides, its neighbours stand beside it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # ranges
            60 to 70                     | 60-70
            60 to 60                     | 60 60
            70 to 60                     | 70 60
            1 to 100                     | 1-100
            1 to 101                     | 1 101
            0 to 70                      | 0 70
            60 or 70                     | 60-70
            60 or 130                    | 60-130
            60 or 131                    | 60 131
            150-200                      | 150-200
            150 - 200                    | 150-200
            6-10                         | 6-10
            6 - 10                       | 6 10
            6 -10                        | 6 10
            6- 10                        | 6 10
            10 - 14                      | 10-14
            1900-1950                    | 1900 1950
            1899-1950                    | 1899-1950
            2100-2150                    | 2100 2150
            2101-2150                    | 2101-2150
            1,900-1,950                  | 1900-1950
            1900-1,950                   | 1900 1950
            1,900-1950                   | 1900-1950
            between 60 and 70            | 60-70
            60 and 70                    | 60 70
            from 60 to 70                | 60-70
            killed from 60 to 70         | 60-70
            deaths from 60 to 70         | 60 70
            death toll from 60 to 70     | 60 70
            , from 60 to 70              | 60-70
            who from 60 to 70            | 60-70
            after from 60 to 70          | 60-70
            of from 60 to 70             | 60-70
            and from 60 to 70            | 60-70
            said from 60 to 70           | 60-70
            houses from 60 to 70         | 60 70
            rose from 60 to 70           | 60 70
            rose by 60 to 70             | 60 70
            up to 70                     | 70
            up 60 to 70                  | 60 70
            35 to 40,000                 | 35000-40000
            35 to 40,100                 | 35000-40100
            40 to 35,000                 | 40 35000
            1.1 to 1.5 million           | 1100000-1500000
            1.5 to 1.1 million           | other 1100000
            950 to 1,000                 | 950-1000
            500 to 1,000,000             | 500 1000000
            60 to                        | 60
            1 to 1,000                   | 1 1000
            60 to 70 percent             | 60-70
            a dozen to 20                | 12-20
            two dozen to 36              | 24-36
            # shares
            40 percent of them           | share 0.4
            100 percent of them          | 100
            40 percent more              | 40
            one in five of them          | share 0.2
            9 out of 10 of them          | share 0.9
            10 out of 20 of them         | 10 20
            one in 100 of them           | share 0.01
            one in 101 of them           | 1 101
            five in five of them         | 5 5
            two in three of them         | share 0.67
            half of them                 | share 0.5
            40 percent of                | 40
            40 percent                   | 40
            one in five                  | 1 5
            # words
            half a million               | 500000
            half million                 | 500000
            half a dozen                 | about 6
            half dozen                   | about 6
            half hundred                 | 50
            a quarter of a million       | 250000
            a million and a half         | 1500000
            two and a quarter million    | 2250000
            a dozen                      | about 12
            three dozen                  | about 36
            dozens                       | vague 24
            dozens of thousands          | vague 24 vague 2000
            several hundred              | vague 300
            several hundred thousand     | vague 300000
            a few dozen                  | vague 36
            hundreds of thousands        | vague 200000
            fifteen hundred              | 1500
            twenty hundred               | 2000
            one hundred and five         | 105
            a hundred and twenty thousand and six | 120006
            five and six                 | 5 6
            twenty one                   | 21
            twenty-one                   | 21
            twenty-first                 | rank 21
            twenty-                      | 20
            twenty and                   | 20
            one hundred and              | 100
            one hundred dozen            | about 1200
            ninety-nine dozens           | about 1188
            one hundred dozens           | 100 vague 24
            a thousand and dozen         | 1000 about 12
            hundred hundred              | 100 100
            million million              | 1000000 1000000
            million thousand             | 1000000 1000
            one million and a half million | 1000000 500000
            zero                         | 0
            one twenty                   | 1 20
            one two                      | 1 2
            twenty ten                   | 20 10
            forty-second                 | rank 42
            nineteen-second              | 19 rank 2
            a thousand million           | 1000 1000000
            two million three thousand four | 2003004
            a few                        | vague 3
            a couple of hundred          | about 200
            a couple thousand            | about 2000
            # a number of its own behind "and", and ends that share their scale
            two hundred and three hundred | 200 300
            two hundred and thirty hundred | 200 3000
            five thousand and ten thousand | 5000 10000
            five thousand and two hundred thousand | 5000 200000
            one million and two hundred thousand | 1200000
            one hundred and two thousand | 102000
            six thousand and two hundred | 6200
            between five thousand and ten thousand | 5000-10000
            between two hundred and three hundred thousand | 200000-300000
            between one hundred and one hundred and fifty | 100-150
            between two and three hundred | 200-300
            three to four hundred        | 300-400
            three to three hundred       | 3-300
            three to four hundred thousand | 300000-400000
            one hundred to three hundred thousand | 100000-300000
            two or three dozen           | 24-36
            3-4 dozen                    | 36-48
            a dozen to three dozen       | 12-36
            three to four hundred and fifty | 3 450
            ten to fifteen hundred       | 1000-1500
            a                            | none
            # digits
            300k                         | 300000
            2.3M                         | 2300000
            2.3 million                  | 2300000
            4.1 million                  | 4100000
            2.05 million                 | 2050000
            3million                     | 3000000
            $3m                          | other
            12-                          | 12
            12dead                       | 12
            12metres                     | other
            2.3                          | other
            26th                         | rank 26
            22nd                         | rank 22
            1990s                        | other
            125cc                        | other
            4 dozen                      | about 48
            3 hundred                    | 300
            12 hundred thousand          | 1200000
            12-million                   | 12000000
            12 400                       | 12400
            12 400 500                   | 12400500
            123 400                      | 123400
            123,456                      | 123456
            12 40                        | 12 40
            12 4000                      | 12 4000
            1234 400                     | 1234 400
            012 400                      | other 400
            1,200 400                    | 1200 400
            12 1.5                       | 12 other
            Flight 12 400                | 12 400
            flight 12 400                | 12 400
            Zogo 12 400                  | 12 400
            zogo 12 400                  | 12400
            12  400                      | 12 400
            12\t400                      | 12 400
            May 12 400                   | 12 400
            the 12 400                   | 12400
            1,23                         | other
            1,234                        | 1234
            1234,567                     | other
            12,34,567                    | 1234567
            1,2345,678                   | other
            1.2.3                        | other
            ,5                           | 5
            0                            | 0
            05                           | other
            """)
    void readsThemInOrder(String text, String expected) {
        assertThat(numbers(text, ENGLISH)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            fr | 12.400           | 12400
            fr | 12,5             | other
            fr | 12,400           | 12400
            fr | 12.4             | other
            fr | 1.234.567        | 1234567
            fr | 1.2345           | other
            fr | 2,3 millions     | 2300000
            es | 12.400           | 12400
            es | tres decenas     | about 30
            es | entre 60 y 70    | 60-70
            fr | entre 60 et 70   | 60-70
            fr | 60 et 70         | 60 70
            fr | entre « 60 et 70 » | 60-70
            fr | 2.3 millions     | 2300000
            fr | 1.23.4 millions  | other 1000000
            fr | 1.23,4 millions  | other 1000000
            fr | vingt-et-un      | 21
            fr | vingt-et         | 20
            fr | vingt et un      | 21
            fr | vingt et onze    | 20 11
            fr | soixante et onze | 71
            es | treinta y un     | 31
            es | doscientos trescientos | 200 300
            es | entre cinco mil y diez mil | 5000-10000
            es | entre doscientos y trescientos mil | 200000-300000
            fr | entre deux cents et trois cents | 200-300
            fr | trois à quatre cents | 300-400
            ar | 12.400           | 12400
            ar | 12,400           | 12400
            ar | 12.4             | other
            ar | 2.3 مليون        | 2300000
            ar | 2.345 مليون      | 2345000
            ar | 68 ألف و 234     | 68234
            ar | 68 ألف و 1234    | 68000 1234
            ar | 68 ألف و         | 68000
            ar | آلاف             | vague 2000
            ar | 1 ألف و 234      | 1234
            ar | خمسة و عشرون     | 25
            ar | مئة و خمسة و عشرون | 125
            ar | ألفين و خمسة آلاف | 2000 5000
            ar | مليونين و ثلاثمئة ألف | 2300000
            ar | 6 ملايين و 234   | 6000234
            """)
    void readsOtherLanguages(String language, String text, String expected) {
        assertThat(numbers(text, Lexicon.of(language))).isEqualTo(expected);
    }

    @Test
    void sharesRanksAndMeasuresAreNoCounts() {
        assertThat(List.of(Quantity.exact(3), Quantity.loose(3), Quantity.vague(3), Quantity.range(3, 4)))
                .allMatch(Quantity::isCount);
        assertThat(List.of(Quantity.share(0.5), Quantity.ordinal(3), Quantity.OTHER, Quantity.NONE))
                .noneMatch(Quantity::isCount);
    }

    private static String numbers(String text, Lexicon lexicon) {
        var tokens = Tokens.of(text, 0, text.length(), lexicon.elisions());
        var shown = Numerals.merge(lexicon.pieces(tokens), text, lexicon).stream()
                .filter(piece -> piece.quantity().kind() != Quantity.Kind.NONE)
                .map(piece -> show(piece.quantity()))
                .collect(Collectors.joining(" "));
        return shown.isEmpty() ? "none" : shown;
    }

    private static String show(Quantity quantity) {
        return switch (quantity.kind()) {
            case EXACT -> Long.toString(quantity.low());
            case LOOSE -> "about " + quantity.low();
            case VAGUE -> "vague " + quantity.low();
            case RANGE -> quantity.low() + "-" + quantity.high();
            case SHARE -> "share " + quantity.share();
            case ORDINAL -> "rank " + quantity.low();
            case OTHER -> "other";
            case NONE -> "none";
        };
    }

    static String read(String text, Lexicon lexicon) {
        var tokens = Tokens.of(text, 0, text.length(), lexicon.elisions());
        var pieces = Numerals.merge(lexicon.pieces(tokens), text, lexicon);
        if (pieces.size() != 1) {
            return pieces.size() + " pieces";
        }
        var quantity = pieces.getFirst().quantity();
        return quantity.kind() + " " + quantity.low();
    }
}
