package org.wirebell.processor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundNumbersTest {
    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            # before | now        | passed | of 25 and 75
            20       | 25         | none   | 25
            25       | 74         | none   | none
            20       | 80         | none   | 75
            24       | 99         | none   | 75
            99       | 100        | 100    | none
            100      | 199        | none   | none
            199      | 200        | 200    | none
            450      | 5100       | 5000   | none
            499      | 999        | 500    | none
            0        | 1000000000 | 1000000000 | 75
            0        | 100        | 100    | 75
            """)
    void crosses(long before, long now, Long passed, Long passedOfOwn) {
        assertThat(new RoundNumbers(List.of()).crossed(before, now).orElse(null))
                .isEqualTo(passed);
        assertThat(new RoundNumbers(List.of(25L, 75L)).crossed(before, now).orElse(null))
                .isEqualTo(passedOfOwn);
    }
}
