package org.wirebell.ingest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebell.model.Samples.T0;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirebell.ingest.due.Due;
import org.wirebell.ingest.due.Pace;
import org.wirebell.ingest.due.SourceConfig;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.web.AddressGuard;
import org.wirebell.ingest.web.Limits;
import org.wirebell.ingest.web.Loopback;
import org.wirebell.ingest.web.OkHttpWeb;
import org.wirebell.ingest.web.Web;
import org.wirebell.model.Dead;
import org.wirebell.model.FeedState;
import org.wirebell.model.Ids;
import org.wirebell.model.Item;

@Timeout(60)
class PollerTest {
    private static final Limits LIMITS = new Limits(
            100_000, Duration.ofSeconds(5), Duration.ofSeconds(2), 5, 8, Duration.ZERO, Duration.ofSeconds(1));
    private static final Pace PACE =
            new Pace(Duration.ofMillis(20), Duration.ofMillis(1), Duration.ofSeconds(1), Duration.ofSeconds(1));

    private final Web web =
            new OkHttpWeb(LIMITS, "Wirebell/test", AddressGuard.open(Dns.SYSTEM), InstantSource.fixed(T0));

    private volatile String body = Desk.rss("a one", "b two");
    private volatile int status = 200;
    private final Loopback server = new Loopback(exchange -> {
        switch (exchange.getRequestURI().getPath()) {
            case "/moved" -> Loopback.redirect(exchange, 301, "/feed");
            case "/login" -> Loopback.redirect(exchange, 301, "/page");
            case "/page" -> Loopback.answer(exchange, 200, "<!doctype html><html><body>Please sign in</body></html>");
            default -> {
                exchange.getResponseHeaders().set("ETag", "\"" + body.hashCode() + "\"");
                Loopback.answer(exchange, status, body);
            }
        }
    });

    @AfterEach
    void close() {
        server.close();
        web.close();
    }

    @Test
    void sendsNewItemsOnceWithTheirArrival() throws Exception {
        var desk = Desk.open();
        var poller = poller(desk, "/feed");
        var first = poller.poll(start("/feed"));
        assertThat(desk.items()).extracting(Item::headline).containsExactlyInAnyOrder("a one", "b two");
        assertThat(desk.items()).allMatch(Item::backfill);
        assertThat(desk.items()).allMatch(item -> item.source().equals("harbour"));
        assertThat(desk.items()).allMatch(item -> item.received().orElseThrow().equals(T0));
        var sent = desk.sent(Desk.TOPICS.items().name()).getFirst();
        assertThat(new String(sent.key(), StandardCharsets.UTF_8)).startsWith("harbour|");
        assertThat(sent.timestamp()).isEqualTo(T0.toEpochMilli());

        body = Desk.rss("c three", "a one", "b two, corrected");
        poller.poll(first);
        assertThat(desk.items().subList(2, 4))
                .extracting(Item::headline)
                .containsExactlyInAnyOrder("c three", "b two, corrected");
        assertThat(desk.items().subList(2, 4)).noneMatch(Item::backfill);
        assertThat(counter(desk, "new")).isEqualTo(3);
        assertThat(counter(desk, "version")).isEqualTo(1);
        assertThat(counter(desk, "duplicate")).isEqualTo(1);
    }

    @Test
    void theSameBodyIsNotModified() throws Exception {
        var desk = Desk.open();
        var poller = poller(desk, "/feed");
        var first = poller.poll(start("/feed"));
        var second = poller.poll(first);
        assertThat(second.outcome()).isEqualTo("not_modified");
        assertThat(desk.items()).hasSize(2);
        assertThat(server.sent(1, "If-none-match")).isEqualTo(first.etag());
    }

    @Test
    void withoutTheAckTheCursorStays() throws Exception {
        var desk = Desk.slow();
        var poll = CompletableFuture.supplyAsync(() -> polled(poller(desk, "/feed"), start("/feed")));
        desk.awaitSent(2);
        assertThat(desk.broker.completeNext()).isTrue();
        assertThat(poll).as("one of two acknowledged").isNotDone();
        assertThat(desk.states()).isEmpty();
        await("health tells of a slow broker")
                .until(() -> desk.handover.states().all().stream()
                        .anyMatch(state -> state.outcome().equals("unsent")));
        assertThat(desk.broker.completeNext()).isTrue();
        assertThat(poll.join().outcome()).isEqualTo("ok");
        assertThat(desk.states()).hasSize(1);
    }

    @Test
    void whatTheBrokerRefusesIsSentAgain() throws Exception {
        var desk = Desk.slow();
        var poll = CompletableFuture.supplyAsync(() -> polled(poller(desk, "/feed"), start("/feed")));
        desk.awaitSent(2);
        desk.broker.completeNext();
        desk.broker.errorNext(new TimeoutException("broker away"));
        desk.awaitSent(3);
        assertThat(desk.handover.states().all()).extracting(FeedState::outcome).containsExactly("unsent");
        assertThat(desk.states()).isEmpty();
        desk.broker.completeNext();
        poll.join();
        assertThat(desk.items()).hasSize(3).extracting(Item::headline).contains("a one", "b two");
        assertThat(desk.items().get(2))
                .as("only the one that failed")
                .isEqualTo(desk.items().get(1));
        assertThat(server.requests)
                .as("the publisher is not asked again meanwhile")
                .hasSize(1);
    }

    @Test
    void anItemThatNoBrokerTakesIsSetAside() throws Exception {
        var desk = Desk.slow();
        var poll = CompletableFuture.supplyAsync(() -> polled(poller(desk, "/feed"), start("/feed")));
        desk.awaitSent(2);
        desk.broker.errorNext(new RecordTooLargeException("1 MB is the limit"));
        desk.awaitSent(3);
        desk.broker.completeNext();
        desk.broker.completeNext();
        assertThat(poll.join().outcome()).isEqualTo("ok");
        assertThat(desk.dead()).hasSize(1);
        assertThat(Desk.header(desk.dead().getFirst(), Dead.WHY)).isEqualTo("too_large");
    }

    @Test
    void aRestartSendsNothingAgain() throws Exception {
        var before = Desk.open();
        poller(before, "/feed").poll(start("/feed"));
        var after = Desk.resumed(before.states().getLast());
        var thread = Thread.ofVirtual().start(poller(after, "/feed"));
        await().until(() ->
                after.states().stream().anyMatch(state -> state.outcome().equals("not_modified")));
        thread.interrupt();
        thread.join();
        assertThat(after.items()).isEmpty();
    }

    @Test
    void entriesThatStayAreNotReadAgainAndNothingIsMissed() throws Exception {
        var desk = Desk.open();
        var poller = poller(desk, "/feed");
        var state = poller.poll(start("/feed"));
        for (var words :
                List.of("c three|a one|b two", "c three|a one|b too", "d four|b too|a one", "c three|e five|e five")) {
            body = Desk.rss(words.split("\\|"));
            state = poller.poll(state);
        }
        assertThat(desk.items())
                .extracting(Item::headline)
                .containsExactly("b two", "a one", "c three", "b too", "d four", "e five");
        assertThat(desk.items().getLast().rawHash()).isEqualTo(Ids.hash(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(state.items()).isEqualTo(6);
    }

    @Test
    void whatIsNoFeedIsSetAsideOnce() throws Exception {
        var desk = Desk.open();
        var poller = poller(desk, "/feed");
        var good = poller.poll(start("/feed"));
        body = "<!doctype html><html><head><title>Sorry</title></head><body><p>We are down</p></body></html>";
        var bad = poller.poll(good);
        assertThat(bad.outcome()).isEqualTo("unreadable");
        assertThat(bad.failures()).isEqualTo(1);
        assertThat(head(bad)).isEqualTo(body);
        assertThat(bad.etag()).as("the validators of the last good answer").isEqualTo(good.etag());
        var worse = poller.poll(bad);
        assertThat(worse.failures()).isEqualTo(2);
        assertThat(desk.dead()).hasSize(1);
        var dead = desk.dead().getFirst();
        assertThat(new String(dead.value(), StandardCharsets.UTF_8)).isEqualTo(body);
        assertThat(Desk.header(dead, Dead.SOURCE)).isEqualTo("harbour");
        assertThat(Desk.header(dead, Dead.WHERE)).isEqualTo("ingest");
        assertThat(Desk.header(dead, Dead.AT)).isEqualTo(T0.toString());
        body = Desk.rss("a one", "b two", "c three");
        assertThat(poller.poll(worse).outcome()).isEqualTo("ok");
        assertThat(desk.items()).hasSize(3);
    }

    @Test
    void keepsTheHeadOfWhatARefusalSaid() throws Exception {
        var desk = Desk.open();
        status = 503;
        body = "<p>Down for repairs until noon.</p>" + " ".repeat(5_000);
        var refused = poller(desk, "/feed").poll(start("/feed"));
        assertThat(refused.outcome()).isEqualTo("http_5xx");
        assertThat(head(refused)).hasSize(1_024).startsWith("<p>Down for repairs until noon.</p>");
    }

    private static String head(FeedState state) {
        var error = (Map<?, ?>) state.more().get("lastError");
        return new String(Base64.getDecoder().decode(String.valueOf(error.get("head"))), StandardCharsets.UTF_8);
    }

    @Test
    void remembersAMoveOnlyWhenAFeedIsThere() throws Exception {
        var desk = Desk.open();
        var moved = poller(desk, "/moved").poll(start("/moved"));
        assertThat(moved.url()).isEqualTo(server.url("/feed").toString());
        poller(desk, "/moved").poll(moved);
        assertThat(server.paths).containsExactly("/moved", "/feed", "/feed");
        var captive = poller(desk, "/login").poll(start("/login"));
        assertThat(captive.url()).isEqualTo(server.url("/login").toString());
    }

    @Test
    void failuresAreCountedAndTold() throws Exception {
        var desk = Desk.open();
        status = 500;
        var failed = poller(desk, "/feed").poll(start("/feed"));
        assertThat(failed.outcome()).isEqualTo("http_5xx");
        assertThat(failed.detail()).contains("answered 500");
        assertThat(desk.states()).extracting(FeedState::detail).containsExactly(failed.detail());
        assertThat(desk.meters
                        .get("wirebell.feed.fetch")
                        .tag("outcome", "http_5xx")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aFaultOfOursEndsNoWatch() throws Exception {
        var desk = Desk.open();
        var calls = new AtomicInteger();
        var faulty = new Web() {
            @Override
            public Reply get(Ask ask) {
                if (calls.getAndIncrement() == 0) {
                    throw new IllegalStateException("a bug");
                }
                return new Reply.Fresh(
                        body.getBytes(StandardCharsets.UTF_8),
                        "",
                        Known.NOTHING,
                        List.of(),
                        Duration.ZERO,
                        Optional.empty(),
                        List.of(),
                        Optional.empty());
            }

            @Override
            public Reply post(URI url, Map<String, String> form) {
                throw new IllegalStateException("nobody posts here");
            }

            @Override
            public void close() {}
        };
        var thread = Thread.ofVirtual().start(poller(desk, "/feed", faulty));
        await().until(() -> !desk.items().isEmpty());
        thread.interrupt();
        thread.join();
        assertThat(desk.states()).extracting(FeedState::outcome).startsWith("internal", "ok");
    }

    private Poller poller(Desk desk, String path) {
        return poller(desk, path, web);
    }

    private Poller poller(Desk desk, String path, Web through) {
        return new Poller(
                "harbour",
                SourceConfig.of(server.url(path)),
                Map.of(),
                new Due(PACE),
                Duration.ofHours(1),
                through,
                desk.handover);
    }

    private FeedState start(String path) {
        return Standing.start("harbour", server.url(path).toString());
    }

    private static FeedState polled(Poller poller, FeedState before) {
        try {
            return poller.poll(before);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double counter(Desk desk, String kind) {
        return desk.meters
                .get("wirebell.feed.items")
                .tags("feed", "harbour", "kind", kind)
                .counter()
                .count();
    }
}
