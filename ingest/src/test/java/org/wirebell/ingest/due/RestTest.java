package org.wirebell.ingest.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestTest {
    /** 1 March 2026 is a Sunday. */
    @ParameterizedTest(name = "not at {0}, not on {1}: {2} becomes {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # hours  | days            | due                  | becomes
                     |                 | 2026-03-01T06:10:00Z | 2026-03-01T06:10:00Z
            0 1 2    |                 | 2026-03-01T06:10:00Z | 2026-03-01T06:10:00Z
            6 7      |                 | 2026-03-01T06:10:00Z | 2026-03-01T08:00:00Z
            22 23 0  |                 | 2026-03-01T22:59:59Z | 2026-03-02T01:00:00Z
                     | SUNDAY          | 2026-03-01T06:10:00Z | 2026-03-02T00:00:00Z
                     | SATURDAY SUNDAY | 2026-02-28T00:00:00Z | 2026-03-02T00:00:00Z
            0 1      | SUNDAY          | 2026-03-01T06:10:00Z | 2026-03-02T02:00:00Z
            """)
    void waitsForTheFirstOpenHour(String hours, String days, Instant due, Instant becomes) {
        var rest = rest(hours, days);
        assertThat(rest.after(due)).isEqualTo(becomes);
        var more = new HashMap<String, Object>();
        rest.write(more);
        assertThat(Rest.of(more)).isEqualTo(rest);
    }

    @Test
    void whoIsNeverOpenIsNotHeeded() {
        var now = Instant.parse("2026-03-01T06:10:00Z");
        var day = IntStream.range(0, 24).boxed().collect(Collectors.toSet());
        assertThat(new Rest(day, Set.of()).after(now)).isEqualTo(now);
        assertThat(new Rest(Set.of(), Set.of(DayOfWeek.values())).after(now)).isEqualTo(now);
    }

    @Test
    void aFeedThatAsksNoMoreIsBelieved() {
        var more = new HashMap<String, Object>();
        rest("6", "SUNDAY").write(more);
        Rest.NONE.write(more);
        assertThat(more).isEqualTo(Map.of());
    }

    private static Rest rest(String hours, String days) {
        return new Rest(
                words(hours).stream().map(Integer::valueOf).collect(Collectors.toSet()),
                words(days).stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()));
    }

    private static Set<String> words(String text) {
        return text == null ? Set.of() : Arrays.stream(text.split(" ")).collect(Collectors.toSet());
    }
}
