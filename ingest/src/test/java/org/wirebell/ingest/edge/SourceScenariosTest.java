package org.wirebell.ingest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.model.Samples.T0;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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

/** What becomes of a source that moves, fails, ends, changes its pace or says something else, over days. */
@Timeout(60)
class SourceScenariosTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Days days = new Days(Pace.defaults());
    private final Site site = new Site(days.clock());

    @AfterEach
    void close() {
        days.close();
        site.close();
    }

    @AfterAll
    static void print() {
        Results.print();
    }

    @ParameterizedTest(name = "{0} then {1} to {2}: {3}")
    @CsvSource({
        "301, 308, /feed,  true",
        "308, 301, /feed,  true",
        "301, 302, /feed,  false",
        "302, 301, /feed,  false",
        "307, 307, /feed,  false",
        "303, 301, /feed,  false",
        // a sign-in page, a portal in front of everything
        "301, 301, /login, false",
        "301, 301, /gone,  false",
    })
    void remembersAMoveOnlyIfAllSaySoAndAFeedIsThere(int first, int second, String target, boolean remembered)
            throws Exception {
        site.page("/old", exchange -> Loopback.redirect(exchange, first, "/between"));
        site.page("/between", exchange -> Loopback.redirect(exchange, second, target));
        site.feed("/feed", () -> "\"1\"", () -> Desk.rss("a one"));
        site.page(
                "/login",
                exchange -> Loopback.answer(
                        exchange, 200, "<html><title>Log in</title><form><input type=password></form></html>"));
        days.source("harbour", source("/old")).pass(MINUTE.multipliedBy(20));
        int asked = site.visits("/old").size();
        assertThat(days.state("harbour").url())
                .isEqualTo(site.url(remembered ? "/feed" : "/old").toString());
        assertThat(asked == 1).isEqualTo(remembered);
        days.restart(MINUTE);
        days.pass(HOUR);
        assertThat(site.visits("/old").size() == asked).isEqualTo(remembered);
        Results.say("moved " + first + ", " + second + " to " + target, remembered ? "remembered" : "not remembered");
    }

    @Test
    void aMoveToTheAddressOfAnotherSourceIsSaid() throws Exception {
        site.page("/old", exchange -> Loopback.redirect(exchange, 301, "/feed"));
        site.feed("/feed", () -> "\"1\"", () -> Desk.rss("a one"));
        days.source("harbour", source("/feed"))
                .source("old-harbour", source("/old"))
                .pass(MINUTE.multipliedBy(20));
        assertThat(days.shown("old-harbour").more())
                .containsEntry("health", "ok")
                .containsEntry("healthWhy", "leads to the same address as source harbour");
        Results.say("moved to another source's address", "said, not merged");
    }

    @Test
    void whoIsGoneIsMutedAndLookedForNowAndThen() throws Exception {
        var back = new AtomicInteger();
        site.page(
                "/feed",
                exchange -> Loopback.answer(
                        exchange, back.get() == 0 ? 410 : 200, back.get() == 0 ? "" : Desk.rss("a one")));
        days.source("harbour", source("/feed")).pass(DAY.multipliedBy(30));
        assertThat(waits(site.times("/feed")))
                .first()
                .satisfies(wait -> assertThat(wait).isGreaterThanOrEqualTo(HOUR.multipliedBy(6)));
        int asked = site.visits.size();
        assertThat(asked).isBetween(6, 12);
        assertThat(days.shown("harbour").more()).containsEntry("health", "gone");
        assertThat(days.desk()
                        .meters
                        .get("wirebell.feed.health")
                        .tags("feed", "harbour", "state", "gone")
                        .gauge()
                        .value())
                .isEqualTo(1);
        back.set(1);
        days.pass(DAY.multipliedBy(8));
        assertThat(days.shown("harbour").more()).containsEntry("health", "ok");
        Results.say("410", asked + " requests in 30 days, marked gone; back when the feed is");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500, 502})
    void backsOffAndComesBack(int status) throws Exception {
        var well = new AtomicInteger(1);
        site.page("/feed", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            Loopback.answer(exchange, well.get() == 1 ? 200 : status, well.get() == 1 ? Desk.rss("a one") : "");
        });
        days.source("harbour", source("/feed")).pass(HOUR);
        well.set(0);
        int before = site.visits.size();
        days.pass(DAY);
        int during = site.visits.size() - before;
        assertThat(during).as("requests in a day").isBetween(4, 12);
        assertThat(days.shown("harbour").more()).containsEntry("health", "failing");
        well.set(1);
        days.pass(HOUR.multipliedBy(7));
        assertThat(days.shown("harbour").more()).containsEntry("health", "ok");
        assertThat(days.state("harbour").url()).isEqualTo(site.url("/feed").toString());
        Results.say("back-off after " + status, during + " requests in a day, then as before");
    }

    @Test
    void aSignInPageIsNoEmptyFeed() throws Exception {
        var page = new AtomicInteger();
        site.page("/feed", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"" + page.get() + "\"");
            Loopback.answer(
                    exchange,
                    200,
                    page.get() == 0
                            ? Desk.rss("a one")
                            : "<!doctype html><html><title>Harbour Post: sign in</title><form><input type=\"password\"></form></html>");
        });
        days.source("harbour", source("/feed")).pass(MINUTE);
        page.set(1);
        days.pass(HOUR);
        assertThat(days.shown("harbour").more()).containsEntry("health", "failing");
        assertThat(days.shown("harbour").detail()).contains("a web page to sign in at, not a feed");
        assertThat(days.desk().dead()).as("kept once").hasSize(1);
        assertThat(site.visits.getLast().asked("If-None-Match"))
                .as("of the last feed")
                .isEqualTo("\"0\"");
        Results.say("sign-in page instead of a feed", "failing, with the cause; address and validators kept");
    }

    @Test
    void looksFasterWhereItemsPassUnseen() throws Exception {
        site.feed(
                "/feed",
                () -> "\"" + slot(3) + "\"",
                () -> Desk.rss(IntStream.range(0, 5)
                        .mapToObj(i -> (char) ('0' + (slot(3) * 5 + i) % 75) + " story " + (slot(3) * 5 + i))
                        .toArray(String[]::new)));
        days.source("harbour", source("/feed")).pass(HOUR);
        var waits = waits(site.times("/feed"));
        assertThat(waits.getFirst()).isGreaterThanOrEqualTo(MINUTE.multipliedBy(5));
        assertThat(waits.getLast()).isLessThanOrEqualTo(Duration.ofSeconds(150));
        assertThat(days.shown("harbour").more()).containsEntry("health", "gap").containsKey("gaps");
        assertThat(days.desk().meters.get("wirebell.feed.gap").counter().count())
                .isPositive();
        Results.say("document overflows each 3 min", "from " + waits.getFirst() + " to " + waits.getLast());
    }

    @Test
    void followsTheDayOfASource() throws Exception {
        site.feed(
                "/feed",
                () -> "\"" + newsOfDay() + "\"",
                () -> Desk.rss(
                        (char) ('A' + newsOfDay() % 26) + " story " + newsOfDay(),
                        (char) ('A' + (newsOfDay() + 25) % 26) + " story " + (newsOfDay() - 1)));
        days.source("harbour", source("/feed")).pass(DAY.multipliedBy(3));
        var day = between(site.times("/feed"), 12, 16);
        var night = between(site.times("/feed"), 1, 5);
        assertThat(day).as("requests from 12 to 16, over three days").isGreaterThan(2 * night);
        Results.say(
                "news each 8 min by day, none by night",
                day / 3 + " requests in 4 h by day, " + night / 3 + " by night");
    }

    private int newsOfDay() {
        var time = days.now().atOffset(ZoneOffset.UTC);
        int minutes = Math.clamp(time.getHour() * 60L + time.getMinute() - 7 * 60, 0, 13 * 60); // 7 to 20 o'clock
        return time.getDayOfMonth() * 100 + minutes / 8;
    }

    private static int between(List<Instant> times, int from, int to) {
        return (int) times.stream()
                .map(at -> at.atOffset(ZoneOffset.UTC).getHour())
                .filter(hour -> hour >= from && hour < to)
                .count();
    }

    private SourceConfig source(String path) {
        return SourceConfig.of(site.url(path));
    }

    private int slot(int minutes) {
        return (int) (Duration.between(T0, days.now()).toMinutes() / minutes);
    }

    private static List<Duration> waits(List<Instant> times) {
        var waits = new ArrayList<Duration>();
        for (int i = 1; i < times.size(); i++) {
            waits.add(Duration.between(times.get(i - 1), times.get(i)));
        }
        return waits;
    }
}
