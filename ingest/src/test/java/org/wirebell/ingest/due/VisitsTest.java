package org.wirebell.ingest.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitsTest {
    @ParameterizedTest
    @CsvSource({
        "PT10S, 0, PT10S",
        "PT10S, 1, PT10S",
        "PT10S, 2, PT20S",
        "PT10S, 3, PT40S",
        "PT10S, 6, PT5M",
        "PT10S, 2000000, PT5M",
        "PT0.01S, 3, PT0.04S",
        "PT1H, 0, PT1H",
        "PT1H, 9, PT1H"
    })
    void failuresInARowLengthenTheWait(Duration every, int failures, Duration wait) {
        assertThat(new Visits(every).after(failures)).isEqualTo(wait);
    }

    @Test
    void firstLooksAreSpread() {
        var visits = new Visits(Duration.ofMinutes(1));
        assertThat(visits.first("a")).isEqualTo(visits.first("a")).isNotEqualTo(visits.first("b"));
        assertThat(visits.first("a")).isBetween(Duration.ZERO, Duration.ofSeconds(5));
    }
}
