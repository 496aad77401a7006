package org.wirebell.processor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {
    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # one              | other             | relation
            ''                 | ''                | compatible
            ''                 | 2026-01-02        | compatible
            2026-01-02         | 2026-01-02        | same day compatible
            2026-01-02         | 2026-01-05        | same compatible
            2026-01-02         | 2026-01-06        | none
            2026-01-02         | 2025-01-02        | day
            2026-01            | 2026-01-29        | same compatible
            2026-01            | 2026-02-01        | none
            2026-01            | 2026-01           | same compatible
            2025-12            | 2026-01           | none
            truce broke        | truce broke       | same compatible
            truce broke        | dam broke         | none
            the war began      | dam broke         | compatible
            the war began      | 2026-01-02        | compatible
            2 years of war     | dam broke         | none
            the da             | the da broke      | none
            dam fel            | dam fell down     | none
            2 years of war     | 2026-01-02        | none
            """)
    void compares(String one, String other, String expected) {
        assertThat(relation(one, other)).isEqualTo(expected);
        assertThat(relation(other, one)).isEqualTo(expected);
    }

    private static String relation(String one, String other) {
        var relation = new ArrayList<String>();
        if (Baseline.same(one, other)) {
            relation.add("same");
        }
        if (Baseline.sameDay(one, other)) {
            relation.add("day");
        }
        if (Baseline.compatible(one, other)) {
            relation.add("compatible");
        }
        return relation.isEmpty() ? "none" : String.join(" ", relation);
    }
}
