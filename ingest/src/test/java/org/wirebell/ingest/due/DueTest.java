package org.wirebell.ingest.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.model.Samples.T0;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.FeedState;

class DueTest {
    private static final Pace PACE =
            new Pace(Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofHours(6), Duration.ofHours(1));
    private static final Due DUE = new Due(PACE);

    @ParameterizedTest(name = "every {0}, ttl {1}, max-age {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # every | ttl   | max-age | wait
                    | PT0S  | PT0S    | PT5M
            PT2M    | PT0S  | PT0S    | PT2M
            PT5S    | PT0S  | PT0S    | PT1M
                    | PT30M | PT0S    | PT30M
                    | PT1M  | PT2M    | PT5M
                    | PT0S  | PT20M   | PT20M
                    | PT30M | PT40M   | PT40M
            # the operator's word stands above ttl, not above what the server's cache says
            PT2M    | PT30M | PT0S    | PT2M
            PT2M    | PT30M | PT10M   | PT10M
            # a year of max-age has been seen
                    | PT0S  | P365D   | PT1H
            PT3H    | PT0S  | P365D   | PT3H
            """)
    void waitsAfterAnAnswer(Duration every, Duration ttl, Duration maxAge, Duration wait) {
        var outcome = new Outcome.Answered(ttl, maxAge);
        var next = DUE.next(state("harbour", 0), source(Optional.ofNullable(every)), outcome, T0);
        assertThat(next)
                .isBetween(T0.plus(wait), T0.plus(wait).plus(interval(every).dividedBy(10)));
    }

    @ParameterizedTest(name = "{0}, {1} failures, retry after {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # why        | failures | retry-after | wait
            TIMEOUT      | 1        | PT0S        | PT5M
            TIMEOUT      | 2        | PT0S        | PT10M
            HTTP_5XX     | 4        | PT0S        | PT40M
            HTTP_4XX     | 7        | PT0S        | PT320M
            HTTP_4XX     | 8        | PT0S        | PT6H
            UNREACHABLE  | 5000     | PT0S        | PT6H
            UNREADABLE   | 3        | PT0S        | PT20M
            GONE         | 1        | PT0S        | PT6H
            GONE         | 2        | PT0S        | PT12H
            GONE         | 9        | PT0S        | P7D
            CHALLENGED   | 2        | PT0S        | PT10M
            HTTP_4XX     | 1        | PT2H        | PT2H
            HTTP_5XX     | 8        | PT10S       | PT6H
            HTTP_5XX     | 1        | PT88H       | P1D
            WAITING      | 3        | PT90S       | PT90S
            """)
    void backsOff(Why why, int failures, Duration retryAfter, Duration wait) {
        var next =
                DUE.next(state("harbour", failures), source(Optional.empty()), new Outcome.Failed(why, retryAfter), T0);
        assertThat(next).isBetween(T0.plus(wait), T0.plus(wait).plusSeconds(30));
    }

    /** A source that has had news for a day, each so often, and then was quiet. */
    @ParameterizedTest(name = "news each {0}, quiet for {1}, {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # news  | quiet | source             | interval
            PT1M    | PT0S  | conditional        | PT2M
            PT6M    | PT0S  | conditional        | PT3M
            PT20M   | PT0S  | conditional        | PT10M
            PT4H    | PT0S  | conditional        | PT15M
            PT1M    | PT1H  | conditional        | PT7M30S
            PT1M    | P3D   | conditional        | PT15M
            # who sends its document whole each time is not asked more often for being busy
            PT1M    | PT0S  | whole              | PT5M
            PT20M   | PT0S  | whole              | PT10M
            # a desk relies on it
            PT4H    | PT0S  | tier 1             | PT5M
            PT1M    | PT0S  | tier 1             | PT2M
            # the operator's word
            PT1M    | PT0S  | every PT30M        | PT30M
            PT4H    | PT0S  | every PT1M         | PT1M
            # items pass unseen: as fast as may be, also where it costs
            PT4H    | PT0S  | overflowing        | PT2M30S
            PT4H    | PT0S  | overflowing fast   | PT2M
            """)
    void followsTheRhythm(Duration news, Duration quiet, String kind, Duration interval) {
        var source = switch (kind) {
            case "tier 1" -> tier(1);
            case "every PT30M" -> source(Optional.of(Duration.ofMinutes(30)));
            case "every PT1M" -> source(Optional.of(Duration.ofMinutes(1)));
            default -> source(Optional.empty());
        };
        assertThat(new Due(Pace.defaults()).interval(rhythmic(news, kind), source, T0.plus(quiet)))
                .isEqualTo(interval);
    }

    private static FeedState rhythmic(Duration news, String kind) {
        var items = IntStream.rangeClosed(0, 40)
                .mapToObj(i -> News.at(T0.minus(news.multipliedBy(i))))
                .toList();
        var start = Standing.start("harbour", "https://harbour.example/rss");
        var etag = kind.equals("whole") || kind.startsWith("overflowing") ? "" : "W/\"7\"";
        var heard = Standing.unchanged(Standing.took(start, items, T0), etag, "", T0);
        if (!kind.startsWith("overflowing")) {
            return heard;
        }
        var more = new HashMap<>(heard.more());
        Rhythm.of(more)
                .turned(Duration.ofMinutes(kind.endsWith("fast") ? 1 : 5), 20, 20)
                .write(more);
        var next = new NextState(heard);
        next.more.putAll(more);
        return next.done();
    }

    @Test
    void keepsTheHoursThatAFeedAsksFor() {
        var next = new NextState(state("harbour", 0));
        new Rest(Set.of(6, 7), Set.of()).write(next.more);
        var answered = new Outcome.Answered(Duration.ZERO, Duration.ZERO);
        assertThat(DUE.next(next.done(), source(Optional.empty()), answered, T0))
                .isEqualTo(T0.plus(Duration.ofHours(2)));
        assertThat(DUE.next(next.done(), source(Optional.of(Duration.ofMinutes(5))), answered, T0))
                .as("unless the operator says otherwise")
                .isBefore(T0.plus(Duration.ofMinutes(6)));
    }

    @Test
    void aRestartKeepsALongPromise() {
        var told = Standing.due(
                Standing.failed(state("harbour", 0), Why.HTTP_4XX, "", "", T0), T0.plus(Duration.ofDays(1)));
        assertThat(DUE.first(told, source(Optional.empty()), T0.plusSeconds(60)))
                .isEqualTo(T0.plus(Duration.ofDays(1)));
    }

    @Test
    void spreadsSourcesButKeepsEachInItsPlace() {
        var places = new HashSet<Instant>();
        for (int i = 0; i < 50; i++) {
            var answered = new Outcome.Answered(Duration.ZERO, Duration.ZERO);
            var next = DUE.next(state("feed-" + i, 0), source(Optional.empty()), answered, T0);
            assertThat(next).isEqualTo(DUE.next(state("feed-" + i, 0), source(Optional.empty()), answered, T0));
            places.add(next);
        }
        assertThat(places).hasSizeGreaterThan(40);
    }

    @Test
    void aRestartIsNoBurstAndForgetsNoPromise() {
        var source = source(Optional.empty());
        var never = state("harbour", 0);
        assertThat(DUE.first(never, source, T0)).isBetween(T0, T0.plusSeconds(5));
        assertThat(DUE.first(Standing.due(never, T0.minusSeconds(9)), source, T0))
                .isBetween(T0, T0.plusSeconds(5));
        assertThat(DUE.first(Standing.due(never, T0.plusSeconds(90)), source, T0))
                .isEqualTo(T0.plusSeconds(90));
        assertThat(DUE.first(Standing.due(never, T0.plus(Duration.ofDays(90))), source, T0))
                .as("a clock that once ran ahead")
                .isEqualTo(T0.plus(PACE.ceiling()));
    }

    private static Duration interval(Duration every) {
        return DUE.interval(source(Optional.ofNullable(every)));
    }

    private static FeedState state(String id, int failures) {
        var state = Standing.start(id, "https://harbour.example/rss");
        for (int i = 0; i < failures; i++) {
            state = Standing.failed(state, Why.TIMEOUT, "", "", T0);
        }
        return state;
    }

    private static SourceConfig tier(int tier) {
        var plain = source(Optional.empty());
        return new SourceConfig(
                plain.url(),
                plain.name(),
                plain.every(),
                plain.language(),
                plain.zone(),
                Optional.of(tier),
                plain.headersEnv());
    }

    private static SourceConfig source(Optional<Duration> every) {
        var source = SourceConfig.of(URI.create("https://harbour.example/rss"));
        return every.map(source::polled).orElse(source);
    }
}
