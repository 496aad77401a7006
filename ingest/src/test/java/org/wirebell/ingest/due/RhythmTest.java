package org.wirebell.ingest.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.model.Samples.T0;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {
    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest(name = "news after {0}, then silence for {1}: wait {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # minutes between news        | silence | wait
            10 10                         | PT0S    |
            10 10 10                      | PT0S    | PT5M
            10 10 10                      | PT40M   | PT5M
            # the longer nothing comes, the less often we look
            10 10 10                      | PT2H    | PT15M
            10 10 10                      | P2D     | PT6H
            # one night does not make a slow source
            10 10 10 480 10 10            | PT0S    | PT5M
            60 60 60 60 2 2 2             | PT0S    | PT30M
            """)
    void learnsTheInterval(String minutes, Duration silence, Duration wait) {
        var rhythm = Rhythm.UNKNOWN.heard(List.of(News.undated()), T0);
        var now = T0;
        for (var gap : minutes.split(" ")) {
            now = now.plus(Duration.ofMinutes(Long.parseLong(gap)));
            rhythm = rhythm.heard(List.of(News.undated()), now);
        }
        assertThat(rhythm.wanted(now.plus(silence))).isEqualTo(Optional.ofNullable(wait));
    }

    @Test
    void theFirstAnswerTellsThePast() {
        var hourly = IntStream.rangeClosed(0, 20)
                .mapToObj(hour -> News.at(T0.minus(Duration.ofHours(hour))))
                .toList();
        assertThat(Rhythm.UNKNOWN.heard(hourly, T0).wanted(T0)).contains(Duration.ofMinutes(30));
        assertThat(Rhythm.UNKNOWN
                        .heard(List.of(News.undated(), News.undated()), T0)
                        .wanted(T0))
                .isEmpty();
        var sameTime = List.of(News.at(T0), News.at(T0), News.at(T0), News.at(T0), News.at(T0));
        assertThat(Rhythm.UNKNOWN.heard(sameTime, T0).gaps()).isEmpty();
    }

    @Test
    void aBatchIsOneBeatAndTimesThatCannotBeAreNotBelieved() {
        var rhythm = Rhythm.UNKNOWN.heard(List.of(News.at(T0.minusSeconds(600))), T0);
        var batch = List.of(News.at(T0.plusSeconds(300)), News.at(T0.plusSeconds(400)), News.at(T0.plusSeconds(410)));
        assertThat(rhythm.heard(batch, T0.plusSeconds(600)).gaps()).containsExactly(Duration.ofSeconds(1_010));
        for (var odd : List.of(T0.minus(DAY), T0.plus(DAY))) {
            assertThat(rhythm.heard(List.of(News.at(odd)), T0.plusSeconds(600)).last())
                    .contains(T0.plusSeconds(600));
        }
    }

    @ParameterizedTest(name = "{0} of {1} new after {2}, then {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # fresh | served | after | then fresh of the same | half is replaced in
            20      | 20     | PT10M |                        | PT5M
            10      | 20     | PT10M |                        | PT10M
            1       | 100    | PT10M |                        | PT8H20M
            1       | 300    | PT10M |                        |
            # relaxes little by little, tightens at once
            20      | 20     | PT10M | 0                      | PT7M30S
            20      | 20     | PT10M | 20                     | PT5M
            2       | 20     | PT10M | 20                     | PT5M
            0       | 20     | PT10M |                        |
            """)
    void knowsHowFastADocumentTurns(int fresh, int served, Duration after, Integer then, Duration half) {
        var rhythm = Rhythm.UNKNOWN.turned(after, fresh, served);
        var next = then == null ? rhythm : rhythm.turned(after, then, served);
        assertThat(next.half()).isEqualTo(Optional.ofNullable(half));
    }

    /** Each day: first hour with news, last hour with news, and the days of the week without any (1 is Monday). */
    @ParameterizedTest(name = "{0} days, {1} to {2} hours, not on {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # days | from | to | not on | alarm after
            # nothing is known before a night was seen
            1      | 8    | 18 |        |
            # office hours: a weekend is granted until one was seen
            3      | 8    | 18 |        | P3D
            14     | 8    | 18 |        | PT21H
            14     | 8    | 18 | 6 7    | PT93H
            # round the clock: one day is enough
            2      | 0    | 23 |        | PT1H30M
            14     | 0    | 23 |        | PT1H30M
            # once a day
            14     | 6    | 6  |        | PT36H
            """)
    void learnsTheUsualSilence(int days, int from, int to, String notOn, Duration alarm) {
        var off = notOn == null
                ? List.<Integer>of()
                : Arrays.stream(notOn.split(" ")).map(Integer::valueOf).toList();
        var start = Instant.parse("2026-03-02T00:00:00Z"); // a Monday
        var rhythm = Rhythm.UNKNOWN;
        var now = start;
        for (int day = 0; day < days; day++) {
            if (off.contains(day % 7 + 1)) {
                continue;
            }
            for (int hour = from; hour <= to; hour++) {
                now = start.plus(Duration.ofHours(24L * day + hour));
                rhythm = rhythm.heard(List.of(News.undated()), now);
            }
        }
        assertThat(rhythm.alarm(now)).isEqualTo(Optional.ofNullable(alarm));
    }

    @Test
    void aSourceThatSeldomSpeaksIsGrantedItsSilence() {
        var weekly = IntStream.rangeClosed(0, 8)
                .mapToObj(week -> News.at(T0.minus(Duration.ofDays(7L * week + 15))))
                .toList();
        assertThat(Rhythm.UNKNOWN.heard(weekly, T0).alarm(T0))
                .contains(Duration.ofDays(7).multipliedBy(3).dividedBy(2));
    }

    @Test
    void survivesJson() {
        var rhythm = Rhythm.UNKNOWN
                .heard(List.of(News.at(T0.minus(DAY)), News.at(T0.minusSeconds(60))), T0)
                .heard(List.of(News.undated()), T0.plusSeconds(90))
                .turned(Duration.ofMinutes(5), 3, 20);
        var more = new HashMap<String, Object>();
        rhythm.write(more);
        assertThat(Rhythm.of(more)).isEqualTo(rhythm);
        Rhythm.UNKNOWN.write(more);
        assertThat(Rhythm.of(more)).isEqualTo(Rhythm.UNKNOWN);
    }
}
