package org.wirebell.ingest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.model.Samples.T0;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.ingest.due.Pace;
import org.wirebell.ingest.due.SourceConfig;
import org.wirebell.ingest.web.Loopback;

/** What publishers see of us, over days: each scenario reads the log of a server and not our own word. */
@Timeout(60)
class FetcherScenariosTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** So many waits show a pace; a day is enough for a slow one. */
    private static final int WAITS = 300;

    private final Days days = new Days(Pace.defaults());
    private final Site site = new Site(days.clock());
    private final Site other = new Site(days.clock());

    @AfterEach
    void close() {
        days.close();
        site.close();
        other.close();
    }

    @AfterAll
    static void print() {
        Results.print();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"%d\"",
                "W/\"v-%d\"",
                "bare-%d",
                "\"a,b;c=%d\"",
                "W/\"%d--gzip\"",
                "\"sp ace %d\"",
                "\"\\\"%d\\\"\""
            })
    void sendsValidatorsBackByteForByte(String pattern) throws Exception {
        var modified =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(T0.minusSeconds(77).atOffset(ZoneOffset.UTC));
        site.feed(
                "/feed",
                () -> pattern.formatted(hour()),
                () -> Desk.rss("a one", hour() + " news"),
                "Last-Modified",
                modified);
        days.source("harbour", source("/feed")).pass(DAY);
        var visits = site.visits("/feed");
        int unconditional = 0;
        int mangled = 0;
        for (int i = 1; i < visits.size(); i++) {
            var before = visits.get(i - 1);
            var asked = visits.get(i).asked("If-None-Match");
            unconditional += asked.isEmpty() ? 1 : 0;
            mangled += asked.equals(before.told("ETag")) ? 0 : 1;
            mangled += visits.get(i).asked("If-Modified-Since").equals(modified) ? 0 : 1;
        }
        assertThat(visits).hasSizeGreaterThan(90);
        assertThat(visits).filteredOn(visit -> visit.status() == 200).hasSize(24);
        assertThat(unconditional).as("unconditional").isZero();
        assertThat(mangled).as("mangled").isZero();
        Results.say("conditional GET " + pattern, visits.size() + " requests, 0 unconditional, 0 mangled");
    }

    @Test
    void takesTheNewDateOfANotModified() throws Exception {
        var first = "Sun, 01 Mar 2026 05:00:00 GMT";
        var later = "Sun, 01 Mar 2026 05:30:00 GMT";
        site.page("/feed", exchange -> {
            var again = exchange.getRequestHeaders().containsKey("If-Modified-Since");
            exchange.getResponseHeaders().set("Last-Modified", again ? later : first);
            Loopback.answer(exchange, again ? 304 : 200, again ? "" : Desk.rss("a one"));
        });
        days.source("harbour", source("/feed")).pass(MINUTE.multipliedBy(30));
        assertThat(site.visits("/feed"))
                .extracting(visit -> visit.asked("If-Modified-Since"))
                .startsWith("", first, later, later);
        assertThat(days.desk().items()).hasSize(1);
        Results.say("304 with a new Last-Modified", "taken, nothing parsed");
    }

    /** The bound is what the publisher asks for and we promise to keep: an hour at most where it asks for more. */
    @ParameterizedTest(name = "{0} {1}, {2}, every {3}: not before {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # header       | value                         | in the feed                                | every | bound
                           |                               |                                            |       | PT2M
                           |                               |                                            | PT30S | PT30S
            Cache-Control  | max-age=1200                  |                                            |       | PT20M
            Cache-Control  | max-age=1200                  |                                            | PT30S | PT20M
            Cache-Control  | max-age=31536000              |                                            |       | PT1H
            Cache-Control  | no-cache, max-age=1200        |                                            |       | PT2M
            Expires        | +PT25M                        |                                            |       | PT24M58S
            Expires        | 0                             |                                            |       | PT2M
            Expires        | Tue, 19 Jan 2038 03:14:07 GMT |                                            |       | PT1H
                           |                               | <ttl>45</ttl>                              |       | PT45M
                           |                               | <ttl>45</ttl>                              | PT5M  | PT5M
                           |                               | <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency> | | PT30M
                           |                               | <sy:updatePeriod>yearly</sy:updatePeriod>  |       | PT1H
            Cache-Control  | max-age=600                   | <ttl>20</ttl>                              |       | PT20M
            """)
    void asksNothingEarly(String header, String value, String inFeed, Duration every, Duration bound) throws Exception {
        site.page("/feed", exchange -> {
            if (header != null) {
                exchange.getResponseHeaders()
                        .set(header, value.startsWith("+") ? date(Duration.parse(value.substring(1))) : value);
            }
            exchange.getResponseHeaders().set("ETag", "\"" + days.now() + "\"");
            Loopback.answer(
                    exchange,
                    200,
                    Desk.rss("a one", hour() + " news")
                            .replace(
                                    "<channel>",
                                    "<channel xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\">"
                                            + (inFeed == null ? "" : inFeed)));
        });
        var source = source("/feed");
        var span = bound.multipliedBy(WAITS);
        days.source("harbour", every == null ? source : source.polled(every))
                .pass(span.compareTo(DAY) < 0 ? span : DAY);
        var waits = waits(site.times("/feed"));
        assertThat(waits).isNotEmpty().allSatisfy(wait -> assertThat(wait).isGreaterThanOrEqualTo(bound));
        assertThat(waits)
                .as("and not much later")
                .anySatisfy(wait -> assertThat(wait)
                        .isLessThanOrEqualTo(
                                bound.compareTo(MINUTE.multipliedBy(2)) <= 0 && every == null
                                        ? MINUTE.multipliedBy(6)
                                        : bound.multipliedBy(11).dividedBy(10)));
        Results.say(
                "nothing early: " + show(header, value, inFeed, every), waits.size() + " waits, all at least " + bound);
    }

    @Test
    void asksNothingInTheHoursThatAFeedNames() throws Exception {
        var body = Desk.rss("a one")
                .replace(
                        "<channel>",
                        "<channel><skipHours><hour>7</hour><hour>8</hour></skipHours>"
                                + "<skipDays><day>Monday</day></skipDays>"); // 1 March 2026 is a Sunday
        site.feed("/feed", () -> "\"1\"", () -> body);
        days.source("harbour", source("/feed")).pass(DAY.multipliedBy(3));
        assertThat(site.times("/feed"))
                .isNotEmpty()
                .noneMatch(at -> at.atOffset(ZoneOffset.UTC).getHour() == 7
                        || at.atOffset(ZoneOffset.UTC).getHour() == 8
                        || at.atOffset(ZoneOffset.UTC).getDayOfMonth() == 2);
        Results.say("skipHours, skipDays", site.visits.size() + " requests in 3 days, none in these hours");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"429, 1800, true", "429, date, true", "503, 1800, false", "503, date, true"})
    void leavesAHostAloneAsLongAsItAsks(int status, String form, boolean restart) throws Exception {
        var half = Duration.ofMinutes(30);
        var nearly = half.minusSeconds(2); // HTTP dates have seconds
        var asked = new AtomicInteger();
        for (var path : List.of("/a", "/b", "/c")) {
            site.page(path, exchange -> {
                if (asked.incrementAndGet() == 10) {
                    exchange.getResponseHeaders().set("Retry-After", form.equals("date") ? date(half) : form);
                    Loopback.answer(exchange, status, "");
                } else {
                    exchange.getResponseHeaders().set("ETag", "\"1\"");
                    Loopback.answer(exchange, 200, Desk.rss("a one"));
                }
            });
            days.source(path.substring(1), source(path));
        }
        other.feed("/feed", () -> "\"1\"", () -> Desk.rss("b two"));
        days.source("elsewhere", SourceConfig.of(other.url("/feed")));
        days.pass(MINUTE.multipliedBy(20));
        if (restart) {
            days.restart(MINUTE);
        }
        days.pass(HOUR.multipliedBy(2));
        var refused = site.visits.stream()
                .filter(visit -> visit.status() == status)
                .findFirst()
                .orElseThrow()
                .at();
        var during = site.visits.stream()
                .filter(visit -> visit.at().isAfter(refused) && visit.at().isBefore(refused.plus(nearly)));
        assertThat(during).as("requests of all three feeds during Retry-After").isEmpty();
        assertThat(site.visits).anyMatch(visit -> visit.at().isAfter(refused.plus(half)));
        assertThat(other.times("/feed"))
                .as("another host")
                .anyMatch(at -> at.isAfter(refused) && at.isBefore(refused.plus(half)));
        Results.say(
                "Retry-After " + form + " after " + status + (restart ? ", restart" : ""),
                "0 requests of 3 feeds in 30 min");
    }

    @Test
    void isOneAndTheSameVisitor() throws Exception {
        site.feed(
                "/feed?edition=harbour",
                () -> "\"" + hour() + "\"",
                () -> Desk.rss(hour() + " news"),
                "Set-Cookie",
                "id=7; Path=/");
        days.source("harbour", source("/feed?edition=harbour")).pass(DAY);
        days.restart(MINUTE);
        days.pass(DAY);
        assertThat(site.visits).hasSizeGreaterThan(100).allSatisfy(visit -> {
            assertThat(visit.asked("User-Agent")).isEqualTo(Days.USER_AGENT).contains("+https://");
            assertThat(visit.asked("Accept-Encoding")).contains("gzip");
            assertThat(visit.exchange().getRequestHeaders()).doesNotContainKeys("Cookie", "Referer");
            assertThat(visit.path()).isEqualTo("/feed?edition=harbour");
        });
        Results.say(
                "one identity",
                site.visits.size() + " requests: one User-Agent, no cookie, no Referer, no added query");
    }

    @Test
    void aRestartIsNoBurst() throws Exception {
        for (int i = 0; i < 60; i++) {
            var path = "/" + i;
            site.feed(path, () -> "\"" + path + "\"", () -> Desk.rss("a one"));
            days.source("feed-" + i, source(path));
        }
        days.pass(HOUR);
        var promised = days.due();
        int before = site.visits.size();
        days.restart(Duration.ofSeconds(10));
        days.pass(HOUR);
        var after = site.visits.subList(before, site.visits.size());
        assertThat(after).allMatch(visit -> !visit.asked("If-None-Match").isEmpty());
        var early = promised.stream()
                .filter(due -> due.isBefore(T0.plus(HOUR).plusSeconds(10)))
                .count();
        assertThat(busiestSecond(after.stream().map(Site.Visit::at).toList())).isLessThanOrEqualTo(10 + (int) early);

        int longBefore = site.visits.size();
        days.restart(DAY); // all are overdue
        days.pass(HOUR);
        var late = site.visits.subList(longBefore, site.visits.size());
        assertThat(late).allMatch(visit -> !visit.asked("If-None-Match").isEmpty());
        int busiest = busiestSecond(late.stream().map(Site.Visit::at).toList());
        assertThat(busiest).as("of 60 overdue feeds").isLessThanOrEqualTo(25);
        assertThat(days.desk().items()).isEmpty();
        Results.say(
                "restart of 60 feeds", "0 unconditional, 0 early; all overdue: " + busiest + " in the busiest second");
    }

    private SourceConfig source(String path) {
        return SourceConfig.of(site.url(path));
    }

    private long hour() {
        return Duration.between(T0, days.now()).toHours();
    }

    /** By the server's own clock, which is the real one, months apart from ours. */
    private static String date(Duration later) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plus(later).atOffset(ZoneOffset.UTC));
    }

    private static List<Duration> waits(List<Instant> times) {
        var waits = new ArrayList<Duration>();
        for (int i = 1; i < times.size(); i++) {
            waits.add(Duration.between(times.get(i - 1), times.get(i)));
        }
        return waits;
    }

    /** The most requests in any one second. */
    private static int busiestSecond(List<Instant> times) {
        int most = 0;
        for (var from : new HashSet<>(times)) {
            most = Math.max(most, (int) times.stream()
                    .filter(at -> !at.isBefore(from) && at.isBefore(from.plusSeconds(1)))
                    .count());
        }
        return most;
    }

    private static String show(String header, String value, String inFeed, Duration every) {
        return (header == null ? "" : header + " " + value + " ")
                + (inFeed == null ? "" : inFeed.replaceAll("</?(?:sy:)?|>", " "))
                + (every == null ? "" : "every " + every);
    }
}
