package org.wirebell.ingest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirebell.ingest.due.Due;
import org.wirebell.ingest.due.Pace;
import org.wirebell.ingest.due.SourceConfig;
import org.wirebell.ingest.web.AddressGuard;
import org.wirebell.ingest.web.Limits;
import org.wirebell.ingest.web.Loopback;
import org.wirebell.ingest.web.OkHttpWeb;
import org.wirebell.model.FeedState;

/** Many sources at once in real time, some of them hostile: nobody waits for another. */
@Timeout(60)
class HostileScenariosTest {
    private static final Duration EVERY = Duration.ofMillis(50);
    /** Who waited for a hostile one would wait so long: the scenario tells that from a busy machine. */
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    /** The first polls of a process load classes. */
    private static final int WARM_UP = 10;

    private static final Limits LIMITS =
            new Limits(100_000, DEADLINE, DEADLINE, 5, 32, Duration.ofMillis(1), Duration.ofSeconds(1));

    private final Desk desk = Desk.resumed(InstantSource.system());
    private final OkHttpWeb web =
            new OkHttpWeb(LIMITS, Days.USER_AGENT, AddressGuard.open(Dns.SYSTEM), InstantSource.system());
    private final CountDownLatch over = new CountDownLatch(1);
    private final Map<String, Site> sites = new TreeMap<>();
    private final Map<String, String> expected = new TreeMap<>();
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        over.countDown();
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            thread.join();
        }
        web.close();
        sites.values().forEach(Site::close);
    }

    @AfterAll
    static void print() {
        Results.print();
    }

    private interface Page {
        void answer(HttpExchange exchange) throws IOException;
    }

    @Test
    void oneBadSourceDelaysNoOther() {
        bad("drips", "timeout", this::drip);
        bad("says-nothing", "timeout", _ -> pause(Duration.ofSeconds(30)));
        bad("never-ends", "too_large", exchange -> endless(exchange, new byte[4_096]));
        bad("bomb", "too_large", HostileScenariosTest::bomb);
        bad("turns-in-circles", "blocked", exchange -> Loopback.redirect(exchange, 302, "/feed"));
        bad("hangs-up", "unreachable", HttpExchange::close);
        bad("claims-too-much", "too_large", exchange -> {
            exchange.sendResponseHeaders(200, 9_000_000_000L);
            exchange.getResponseBody().write(Desk.rss("a one").getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        });
        bad("not-packed", "unreachable", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            Loopback.answer(exchange, 200, Desk.rss("a one"));
        });
        bad("deep", "", exchange -> Loopback.answer(exchange, 200, "<rss><channel>" + "<a>".repeat(30_000)));
        for (int i = 0; i < 5; i++) {
            var counter = new AtomicInteger();
            site("good-" + i)
                    .feed(
                            "/feed",
                            () -> "\"" + counter.get() + "\"",
                            () -> Desk.rss((char) ('a' + counter.incrementAndGet() % 26) + " story " + counter));
            poll("good-" + i, "good-" + i, "/feed");
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(outcomes()).containsAllEntriesOf(expected);
            assertThat(sites.values()).noneMatch(site -> site.visits.isEmpty());
            assertThat(goods()).allMatch(site -> site.visits.size() >= 40);
        });
        var longest = goods().stream()
                .map(HostileScenariosTest::longestWait)
                .max(Duration::compareTo)
                .orElseThrow();
        assertThat(longest)
                .as("between two polls of a good source, due every " + EVERY)
                .isLessThan(DEADLINE.dividedBy(2));
        Results.say(
                "9 hostile sources beside 5 good ones",
                "longest wait of a good one " + longest.toMillis() + " ms, due every " + EVERY.toMillis());
    }

    @Test
    void isNeverTwiceAtOneHost() {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var site = site("busy");
        for (int i = 0; i < 12; i++) {
            site.page("/" + i, exchange -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                pause(Duration.ofMillis(5));
                inside.decrementAndGet();
                Loopback.answer(exchange, 200, Desk.rss("a one"));
            });
            poll("feed-" + i, "busy", "/" + i);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> site.visits.size() >= 100);
        assertThat(most).hasValue(1);
        Results.say("12 feeds of one host", "100 requests, never 2 at a time");
    }

    private void bad(String id, String outcome, Page page) {
        site(id).page("/feed", page::answer);
        if (!outcome.isEmpty()) {
            expected.put(id, outcome);
        }
        poll(id, id, "/feed");
    }

    private Site site(String name) {
        return sites.computeIfAbsent(name, _ -> new Site(InstantSource.system()));
    }

    private void poll(String id, String site, String path) {
        var poller = new Poller(
                id,
                SourceConfig.of(sites.get(site).url(path)).polled(EVERY),
                Map.of(),
                new Due(new Pace(EVERY, EVERY, Duration.ofSeconds(1), Duration.ofSeconds(1))),
                Duration.ofHours(1),
                web,
                desk.handover);
        threads.add(Thread.ofVirtual().start(poller));
    }

    private Map<String, String> outcomes() {
        return desk.handover.states().all().stream().collect(Collectors.toMap(FeedState::source, FeedState::outcome));
    }

    private List<Site> goods() {
        return sites.entrySet().stream()
                .filter(site -> site.getKey().startsWith("good"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Duration longestWait(Site site) {
        var times = site.times("/feed");
        var longest = Duration.ZERO;
        for (int i = WARM_UP; i < times.size(); i++) {
            var wait = Duration.between(times.get(i - 1), times.get(i));
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        return longest;
    }

    /** A server that thinks, until the test is over. */
    private void pause(Duration time) throws IOException {
        try {
            var unused = over.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        var body = exchange.getResponseBody();
        while (over.getCount() > 0) {
            body.write(' ');
            body.flush();
            pause(Duration.ofMillis(20));
        }
    }

    private static void endless(HttpExchange exchange, byte[] piece) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        while (true) { // until the other side hangs up
            body.write(piece);
        }
    }

    private static void bomb(HttpExchange exchange) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 2_000; i++) {
                gzip.write(" ".repeat(1_000).getBytes(StandardCharsets.US_ASCII));
            }
        }
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        Loopback.answer(exchange, 200, packed.toByteArray());
    }
}
