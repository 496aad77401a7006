package org.wirebell.processor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The goals: of copies 99 in 100 are found, of cuts to a quarter 97; of those told 99 are some; changed numbers are told. */
class CopiesTrialTest {
    private static final Trial TRIAL = Trial.invented(120, 42);

    @ParameterizedTest
    @EnumSource(Edit.class)
    void findsCopies(Edit edit) {
        var score = TRIAL.run(edit, 17);

        assertThat(score.recall()).as("recall").isGreaterThanOrEqualTo(edit == Edit.CUT_25 ? 0.97 : 0.99);
        assertThat(score.precision()).as("precision").isGreaterThanOrEqualTo(0.99);
        if (edit == Edit.UPDATE) {
            assertThat(score.updates()).isGreaterThanOrEqualTo(score.copies() * 98 / 100);
            assertThat(score.numbersTold()).isGreaterThanOrEqualTo(score.numbers() * 95 / 100);
            assertThat(score.numbersWrong()).isLessThanOrEqualTo(score.numbers() / 50);
        }
    }
}
