package org.wirebell.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.alerts.CaughtUp.Backlog;

class CaughtUpTest {
    @ParameterizedTest(name = "{0} records, {1} of them old, no fewer for {2}: settled {3}")
    @CsvSource(textBlock = """
            # records, old, still, settled
            0,         0,   PT0S,  true
            5000,      0,   PT0S,  true
            5000,      1,   PT1H,  false
            4,         4,   PT0S,  false
            4,         4,   PT2.9S, false
            4,         4,   PT3S,  true
            999,       9,   PT3S,  true
            1000,      9,   PT3S,  false
            """)
    void waitsForWhatIsOldAndGrowsLess(long records, long old, Duration still, boolean settled) {
        assertThat(new Backlog(records, old).tooMuch(still).isEmpty()).isEqualTo(settled);
    }
}
