package org.wirebell.processor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Figure;

class DoubtsTest {
    @ParameterizedTest(name = "{0} after {1}, steps {2}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # said | before | steps  | a jump
            1000   | 50     | ''     | true
            999    | 50     | ''     | false
            1000   | 49     | ''     | false
            1000   | 50     | 7      | true
            1000   | 50     | 7 40   | true
            24     | 4      | 1 2    | true
            23     | 4      | 1 2    | false
            44     | 20     | 3 1    | false
            45     | 20     | 3 1    | true
            150    | 100    | 1 2    | false
            151    | 100    | 1 2    | true
            """)
    void jumps(String said, String before, String steps, boolean jump) {
        assertThat(Doubts.jump(Said.claim("1 - " + said), Said.claim("0 - " + before), numbers(steps)))
                .isEqualTo(jump(said, before, jump));
    }

    private static java.util.Optional<String> jump(String said, String before, boolean jump) {
        return java.util.Optional.of("%,d after %s is far above every step of this series so far"
                        .formatted(Long.parseLong(said), before))
                .filter(_ -> jump);
    }

    @ParameterizedTest(name = "{0} after {1}, steps {2}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # said | before | steps  | exchanged
            4327   | 4237   | ''     | true
            4237   | 4327   | ''     | true
            4327   | 4237   | 90     | false
            4327   | 4237   | 89 12  | true
            4237   | 4327   | 90     | false
            2437   | 4237   | ''     | true
            4273   | 4237   | ''     | true
            4238   | 4237   | ''     | false
            4328   | 4237   | ''     | false
            4333   | 4237   | ''     | false
            4723   | 4237   | ''     | false
            4227   | 4237   | ''     | false
            423    | 432    | ''     | false
            43270  | 4237   | ''     | false
            4237   | 4237   | ''     | false
            """)
    void swaps(String said, String before, String steps, boolean swapped) {
        var doubt = Doubts.swap(Said.claim("1 - " + said), Said.claim("0 - " + before), numbers(steps));
        assertThat(doubt.isPresent()).isEqualTo(swapped);
        doubt.ifPresent(why -> assertThat(why).contains("exchanged"));
    }

    private static List<Long> numbers(String words) {
        return Arrays.stream(words.split(" "))
                .filter(w -> !w.isEmpty())
                .map(Long::valueOf)
                .toList();
    }

    @ParameterizedTest(name = "{0} beside {1}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # part | total | bound of the total | doubt
            31     | 30    | EXACT              | 31 of 30: a part above its total
            30     | 30    | EXACT              | ''
            31     | 30    | AT_LEAST           | ''
            """)
    void aPartIsNotAboveItsTotal(String part, long total, Figure.Bound bound, String expected) {
        var claim = Said.claim("0 - " + part + " population:children");
        var parts = List.of(new Posting.Part(claim.id(), "killed|all|al", total, bound));
        assertThat(Doubts.across(claim, parts, Scene.EMPTY).orElse("")).isEqualTo(expected);
        var ofOthers = List.of(new Posting.Part("another", "killed|all|al", total, bound));
        assertThat(Doubts.across(claim, ofOthers, Scene.EMPTY)).isEmpty();
    }

    /** Children of a war since 2 January: what was said before of the total and of the part, and what is said now. */
    @ParameterizedTest(name = "{0}; {1}: {2} of {3}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # totals said             | parts said                       | part now                  | total | doubt
            0 - 5310                  | 0 - 2141                         | 40 - 2141                 | 5602  | 2,141 was counted when the total was 5,310; here it stands beside 5,602: the part is older than its total
            0 - 5310; 20 - 5602       | 0 - 2141                         | 40 - 2141                 | 5602  | 2,141 was counted when the total was 5,310; here it stands beside 5,602: the part is older than its total
            0 - 5310; 12 - 5602       | 0 - 2141                         | 40 - 2141                 | 5602  | ''
            0 - 5310                  | 0 - 2100                         | 40 - 2100                 | 5602  | ''
            0 - 5310                  | 0 - 2141                         | 40 - 2142                 | 5602  | ''
            0 - 5310                  | 0 - 2141 item:x                  | 40 - 2141 item:x          | 5602  | ''
            0 - 5310                  | 41 - 2141                        | 40 - 2141                 | 5602  | ''
            0 - 5310                  | 40 -/bay 2141                    | 40 - 2141                 | 5602  | 2,141 was counted when the total was 5,310; here it stands beside 5,602: the part is older than its total
            0 - 5310                  | 0 - 2141 since:2025-05-01        | 40 - 2141                 | 5602  | ''
            0 - 5310 since:2025-05-01 | 0 - 2141                         | 40 - 2141                 | 5602  | ''
            0 - 5546                  | 0 - 2141                         | 40 - 2141                 | 5602  | ''
            0 - 5545                  | 0 - 2141                         | 40 - 2141                 | 5602  | 2,141 was counted when the total was 5,545; here it stands beside 5,602: the part is older than its total
            ''                        | 0 - 2200                         | 40 - 2141                 | 5602  | 2,141 stands beside a total of 5,602, but 2,200 was given before: the part is older than its total
            ''                        | 0 - 2200                         | 40 - 2141 it was revised  | 5602  | ''
            ''                        | 0 - 2141                         | 40 - 2100                 | 5602  | ''
            ''                        | 0 - 2199                         | 40 - 2100                 | 5602  | ''
            ''                        | 0 - 2240                         | 40 - 2100                 | 5602  | 2,100 stands beside a total of 5,602, but 2,240 was given before: the part is older than its total
            """)
    void aPartIsNotOlderThanItsTotal(String totals, String parts, String now, long total, String expected) {
        var since = " since:2026-01-02";
        var scene = Scene.EMPTY
                .put(Said.claims(each(totals, since)), List.of())
                .put(Said.claims(each(parts, since + " population:children")), List.of());
        var claim = Said.claim(now + since + " population:children");
        var part = new Posting.Part(claim.id(), "killed|all|al", total, Figure.Bound.EXACT);
        assertThat(Doubts.across(claim, List.of(part), scene).orElse("")).isEqualTo(expected);
    }

    private static String each(String words, String more) {
        return Arrays.stream(words.split(";"))
                .filter(w -> !w.isBlank())
                .map(w -> w + more)
                .reduce((a, b) -> a + ";" + b)
                .orElse("");
    }

    @ParameterizedTest(name = "{0}; {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # said before                                        | now                   | doubt
            0 - 2963 category:displaced                          | 5 - 2963              | true
            0 - 2963 category:displaced                          | 5 - >2963             | true
            0 - 2963 category:displaced                          | 5 - ~2963             | false
            0 - 2963 category:displaced                          | 5 - 2964              | false
            0 - 2963 category:displaced                          | 5 - 2963 reaffirmed   | false
            0 - 2900 category:displaced                          | 5 - 2900              | false
            0 - 51 category:displaced                            | 5 - 51                | true
            0 - 50 category:displaced                            | 5 - 50                | true
            0 - 49 category:displaced                            | 5 - 49                | false
            0 - 2963 category:displaced item:x                   | 5 - 2963 item:x       | false
            6 - 2963 category:displaced                          | 5 - 2963              | false
            5 - 2963 category:displaced                          | 5 - 2963              | true
            0 - 2963 category:displaced                          | 168 - 2963            | true
            0 - 2963 category:displaced                          | 169 - 2963            | false
            0 - 2963 category:missing                            | 5 - 2963              | false
            0 - 2963 category:injured                            | 5 - 2963              | true
            0 - 2963 category:missing                            | 5 - 2963 category:injured | true
            0 - 2963 population:children                         | 5 - 2963              | false
            0 - 2963 category:displaced; 1 -/bay 2963            | 5 - 2963              | false
            0 - 2963 category:displaced; 1 - 2963                | 5 - 2963              | true
            0 - 2963 category:displaced; 6 -/bay 2963            | 5 - 2963              | true
            0 - 2963 category:displaced; 5 -/bay 2963            | 5 - 2963              | false
            0 - 2963 category:displaced; 1 -/bay 2964            | 5 - 2963              | true
            """)
    void aNumberIsNotThatOfSomethingElse(String before, String now, boolean doubted) {
        var scene = Scene.EMPTY.put(Said.claims(before), List.of());
        var doubt = Doubts.across(Said.claim(now), List.of(), scene);
        assertThat(doubt.isPresent()).isEqualTo(doubted);
        doubt.ifPresent(why -> assertThat(why).contains("perhaps mixed up"));
    }

    @Test
    void aDoubtNamesTheOtherMetric() {
        var scene = Scene.EMPTY.put(Said.claims("0 - 2963 category:displaced"), List.of());
        assertThat(Doubts.across(Said.claim("5 - 2963"), List.of(), scene))
                .contains("2,963 is also the number of displaced given lately for the same place: perhaps mixed up");
    }
}
