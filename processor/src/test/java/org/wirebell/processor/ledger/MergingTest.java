package org.wirebell.processor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergingTest {
    private final Merging merging = new Merging(Scenario.PLACES);

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # larger series                                          | smaller one                          | one count
            0 mayor 900 event:war; 48 mayor 1000 event:war           | 24 -/bay 950 event:war               | true
            0 mayor 900 event:war; 48 mayor 1000 event:war           | 24 -/bay 950 event:war place:al      | true
            0 mayor 900 event:war; 48 mayor 1000 event:war           | 24 -/bay 950 event:war place:nv      | false
            0 mayor 900 event:war; 48 mayor 1000 event:war           | 24 -/bay 950 event:strike            | true
            0 mayor 900 event:war; 48 mayor 1000 event:war           | 24 -/bay 950 event:mine              | false
            0 mayor 900 event:strike; 48 mayor 1000 event:strike     | 24 -/bay 950 event:war               | false
            0 mayor 900 event:war; 48 mayor 1000 event:war           | 24 -/bay 810 event:war               | true
            0 mayor 900 event:war; 48 mayor 1000 event:war           | 24 -/bay 809 event:war               | false
            0 mayor 900 event:war; 48 mayor 1000 event:war           | 24 -/bay 1100 event:war              | true
            0 mayor 900 event:war; 48 mayor 1000 event:war           | 24 -/bay 1101 event:war              | false
            0 mayor 900 event:war; 48 mayor 1000 event:war           | 72 -/bay 2100 event:war              | true
            0 mayor 900 event:war; 48 mayor 1000 event:war           | 72 -/bay 2101 event:war              | false
            0 mayor 900 event:war; 48 mayor 1000 event:war; 96 mayor 2000 event:war | 24 -/bay 1101 event:war | false
            0 mayor 900 event:war; 48 mayor 1000 event:war           | 288 -/bay 3000 event:war             | true
            24 mayor 900 event:war; 48 mayor 1000 event:war          | 0 -/bay 990 event:war                | true
            24 mayor 900 event:war; 48 mayor 1000 event:war          | 0 -/bay 991 event:war                | false
            24 mayor 900 event:war; 48 mayor 1000 event:war          | 0 -/bay 100 event:war                | true
            24 mayor 900 event:war; 48 mayor 1000 event:war          | 0 -/bay 99 event:war                 | false
            0 mayor 900 event:war                                    | 24 -/bay 950 event:war               | true
            0 mayor 900 event:war                                    | 24 -/bay 950 event:war; 25 -/bay 951 event:war | false
            0 mayor 900 since:2026-01-02; 48 mayor 990 since:2026-01-02 | 24 -/bay 950 since:2026-01-03     | true
            0 mayor 900 since:2026-01-02; 48 mayor 990 since:2026-01-02 | 24 -/bay 950 since:2025-01-02     | true
            0 mayor 900 since:2026-01-02; 48 mayor 990 since:2026-01-02 | 24 -/bay 950 since:2025-11-02     | false
            """)
    void putsTogether(String large, String small, boolean one) {
        assertThat(merging.one(Said.standing(large), Said.standing(small))).isEqualTo(one);
    }

    @org.junit.jupiter.api.Test
    void aSeriesIsNotPutTogetherWithItself() {
        var standing = Said.standing("0 mayor 900 event:war");
        assertThat(merging.one(standing, standing)).isFalse();
    }
}
