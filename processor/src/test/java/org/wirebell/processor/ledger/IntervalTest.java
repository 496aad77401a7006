package org.wirebell.processor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # number | interval
            31       | 31 to 31
            0        | 0 to 0
            >=31     | 31 up
            >31      | 32 up
            <=60     | 0 to 60
            <60      | 0 to 59
            ~200     | 180 to 220
            ~7       | 7 to 7
            ^200     | 180 to 199
            ^1       | 1 to 1
            vague24  | 24 to 239
            35-40    | 35 to 40
            """)
    void readsTheWords(String number, String expected) {
        var interval = Interval.of(Scenario.figure("killed " + number + " people", "x"))
                .orElseThrow();
        assertThat(interval.low() + (interval.open() ? " up" : " to " + interval.high()))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # one    | other   | meet
            31       | 31      | true
            31       | 32      | false
            >=20     | 31      | true
            >31      | 31      | false
            8005     | >8000   | true
            >=8005   | 7703    | false
            ~200     | 185     | true
            ^200     | 200     | false
            vague24  | 31      | true
            vague24  | 240     | false
            35-40    | >=40    | true
            <=60     | 61      | false
            """)
    void meet(String one, String other, boolean meet) {
        var a = Interval.of(Scenario.figure("killed " + one + " people", "x")).orElseThrow();
        var b = Interval.of(Scenario.figure("killed " + other + " people", "x")).orElseThrow();
        assertThat(a.meets(b)).isEqualTo(meet);
        assertThat(b.meets(a)).isEqualTo(meet);
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # said | really | rounded
            8000   | 8005   | true
            8000   | 7960   | true
            8000   | 8900   | false
            8300   | 8306   | true
            340    | 345    | true
            300    | 345    | false
            30     | 31     | false
            8306   | 8309   | false
            """)
    void rounds(long said, long really, boolean rounded) {
        assertThat(Stated.rounded(said, really)).isEqualTo(rounded);
    }
}
