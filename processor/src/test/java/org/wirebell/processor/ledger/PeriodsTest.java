package org.wirebell.processor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # text                                                                    ! figures                                     | those of a stretch of time
            43 died in the past 24 hours.                                             ! killed 43 people                            | 43
            In the past 24 hours 43 died.                                             ! killed 43 people                            | 43
            Dead in the past 24 hours: 43                                             ! killed 43 people                            | 43
            43 died in the past day, 61 hid; 12 fled in the past week.                ! killed 43 people; killed 61 people; killed 12 people | 43 12
            43 died on Sunday.                                                        ! killed 43 people                            | none
            43 died in the past 24 hours, 900 since May.                              ! killed 43 people; killed 900 people since May | 43
            900 died. In the past 24 hours 43 died.                                   ! killed 900 people; killed 43 people         | 43
            43 died in the past 24 hours. In all 900 died.                            ! killed 43 people; killed 900 people         | 43
            So far 900 died and 43 in the past 24 hours.                              ! killed 900 people; killed 43 people         | 43
            900 fell and 43 in the past 24 hours.                                     ! killed 900 people; killed 43 people         | 43
            In the past 24 hours, 43 died and 61 hid.                                 ! killed 43 people; killed 61 people          | 43
            900 long ago fled it was said; in the past day the harbour council saw 43. ! killed 900 people; killed 43 people        | 43
            900 long ago fled it was said, in the past day the harbour council saw 43. ! killed 900 people; killed 43 people        | 43
            900 long ago fled it was said and in the past day the harbour council saw 43. ! killed 900 people; killed 43 people     | 43
            900 long ago fled it was said، in the past day the harbour council saw 43. ! killed 900 people; killed 43 people        | 43
            43 in the past day, 12 in the past week.                                  ! killed 43 people; killed 12 people          | 43 12
            Past 24 hours: since May 900 died, 43 now.                                ! killed 900 people since May; killed 43 people | 43
            900 since May in the past day, it was said at the harbour, and 43.        ! killed 900 people since May; killed 43 people | 900
            Within 24 hours of the quake nobody came.                                 ! killed 24 people                            | none
            """)
    void areTold(String text, String expected) {
        var parts = text.split("!");
        var finding = Scenario.finding("1 06:00 | coast/x | " + parts[0].strip() + " | " + parts[1].strip());
        var counted = finding.figures().stream()
                .filter(f -> Periods.counted(finding, f))
                .map(f -> f.quote())
                .collect(Collectors.joining(" "));
        assertThat(counted.isEmpty() ? "none" : counted).isEqualTo(expected);
    }
}
