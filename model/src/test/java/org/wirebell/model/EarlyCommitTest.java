package org.wirebell.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlyCommitTest {
    private static final long NOW = 1_790_000_000_000L;

    private static EarlyCommit commit() {
        return EarlyCommit.apart(Duration.ofMillis(150)).get();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "just come, 0, true",
        "on its way, 499, true",
        "late, 1999, true",
        "a backlog, 2000, false",
        "an hour of backlog, 3600000, false",
        "from a clock ahead of ours, -3600000, true",
    })
    void recentRecordsAreCommittedEarly(String what, long age, boolean due) {
        assertThat(commit().due(NOW - age, NOW)).as(what).isEqualTo(due);
    }

    @Test
    void fewInARowThenOneInItsTime() {
        var commit = commit();
        long asked = LongStream.range(NOW, NOW + 1_000)
                .filter(now -> commit.due(now, now))
                .count();
        assertThat(asked).isBetween(9L, 11L);
        assertThat(Stream.generate(() -> commit.due(NOW + 2_000, NOW + 2_000)).limit(6))
                .containsExactly(true, true, true, true, false, false);
    }

    @Test
    void lateRecordsFiveTimesAsFarApart() {
        var commit = commit();
        long asked = LongStream.range(NOW, NOW + 7_500)
                .filter(now -> commit.due(now - 500, now))
                .count();
        assertThat(asked).isBetween(10L, 14L);
    }

    @Test
    void backlogDoesNotPutOffWhatIsFresh() {
        var commit = commit();
        assertThat(Stream.generate(() -> commit.due(NOW - 5_000, NOW)).limit(9)).containsOnly(false);
        assertThat(commit.due(NOW, NOW)).isTrue();
    }

    @Test
    void clockThatIsSetBackDoesNotStopIt() {
        var commit = commit();
        assertThat(commit.due(NOW, NOW)).isTrue();
        long earlier = NOW - 3_600_000;
        assertThat(commit.due(earlier, earlier)).isTrue();
        assertThat(commit.due(earlier + 1, earlier + 1)).isTrue();
    }
}
