package org.wirebell.ingest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.web.Loopback;
import org.wirebell.ingest.web.OkHttpWeb;
import org.wirebell.ingest.web.Web;
import org.wirebell.model.FeedState;

/** A real poller, a real server for callbacks, and a hub that is not always friendly. */
@Timeout(60)
class WebSubTest {
    private static final Duration SELDOM = HubStation.SELDOM;
    private static final Duration OFTEN = Duration.ofMillis(100);
    private static final String ELSEWHERE = "http://10.1.2.3/hub";

    private final Web web = new OkHttpWeb(HubStation.LIMITS, "Wirebell/test", Loopback.guard(), InstantSource.system());
    private volatile String body = "";
    private volatile String link = "";
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final Loopback feed = new Loopback(exchange -> {
        var now = body;
        try {
            assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (!link.isEmpty()) {
            exchange.getResponseHeaders().set("Link", link);
        }
        Loopback.answer(exchange, 200, now);
    });
    private HubStation station = new HubStation(web, feed, Desk.ticking(), SELDOM, List.of());

    @AfterEach
    void close() throws InterruptedException {
        gate.countDown();
        station.close();
        feed.close();
        web.close();
    }

    private String door() {
        return "http://127.0.0.1:" + station.door.port();
    }

    private String offering(URI hub, String... headlines) {
        return Desk.rss(headlines)
                .replace(
                        "<description>News of",
                        "<atom:link xmlns:atom=\"http://www.w3.org/2005/Atom\" rel=\"hub\" href=\"" + hub
                                + "\"/><atom:link xmlns:atom=\"http://www.w3.org/2005/Atom\" rel=\"self\" href=\""
                                + feed.url("/feed") + "\"/><description>News of");
    }

    /** Restarts the station on what it left, after a change of its last state. */
    private HubStation again(Duration every, FeedState left, List<String> without) throws InterruptedException {
        station.close();
        station = new HubStation(web, feed, Desk.ticking(left), every, without);
        return station;
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeHub.Manner.class,
            names = {"GOOD", "EAGER"})
    void subscribesAndTakesWhatIsPushedOnce(FakeHub.Manner manner) throws Exception {
        try (var hub = new FakeHub(manner, "864000", this::door)) {
            body = offering(hub.url(), "a one", "b two");
            station.start().awaitWord("verified");
            var asked = hub.requests.getFirst();
            assertThat(asked)
                    .containsEntry("hub.mode", "subscribe")
                    .containsEntry("hub.topic", feed.url("/feed").toString())
                    .containsEntry("hub.lease_seconds", "604800");
            assertThat(asked.get("hub.callback"))
                    .startsWith(FakeHub.PUBLIC + "/websub/")
                    .hasSize((FakeHub.PUBLIC + "/websub/").length() + 40);
            assertThat(asked.get("hub.secret")).hasSizeBetween(32, 199);
            assertThat(station.state().more().toString())
                    .as("nothing secret lies in a topic")
                    .doesNotContain(
                            asked.get("hub.secret"), asked.get("hub.callback").substring(FakeHub.PUBLIC.length() + 8));
            await().until(() -> !hub.verified.isEmpty()); // the hub hears our answer after we have noted its question
            assertThat(hub.verified.getFirst().body()).isEqualTo("c-17");

            assertThat(hub.deliver(offering(hub.url(), "c three")).statusCode()).isEqualTo(202);
            assertThat(station.headlines()).containsExactlyInAnyOrder("a one", "b two", "c three");
            assertThat(station.desk.items().getLast().backfill()).isFalse();
            assertThat(hub.deliver(offering(hub.url(), "c three")).statusCode()).isEqualTo(202);
            assertThat(station.desk.items()).hasSize(3);
            assertThat(station.word()).isEqualTo("delivering");
            assertThat(feed.requests).as("polled once").hasSize(1);

            body = offering(hub.url(), "c three", "b two", "a one");
            assertThat(hub.deliver("").statusCode()).as("a ping").isEqualTo(202);
            await().until(() -> feed.requests.size() == 2);
            await().until(() -> station.state().outcome().equals("ok")
                    && station.count("wirebell.feed.items", "kind", "duplicate") >= 4);
            assertThat(station.desk.items()).as("nothing again").hasSize(3);
            assertThat(station.word()).isEqualTo("delivering");
        }
    }

    @Test
    void pollsSlowlyWhilePushesCome() throws Exception {
        try (var hub = new FakeHub(FakeHub.Manner.GOOD, "864000", this::door)) {
            station.close();
            station = new HubStation(web, feed, Desk.ticking(), Duration.ofMinutes(5), List.of());
            body = offering(hub.url(), "a one");
            station.start().awaitWord("verified");
            assertThat(wait(station)).as("not before the first push").isLessThan(Duration.ofMinutes(6));
            hub.deliver(offering(hub.url(), "b two"));
            body = offering(hub.url(), "b two", "a one");
            hub.deliver("no feed at all");
            await().until(() -> wait(station).compareTo(Duration.ofMinutes(29)) > 0);
            body = offering(hub.url(), "c three", "b two", "a one");
            hub.deliver("");
            await().until(() -> station.headlines().contains("c three"));
            assertThat(station.word()).as("of which a ping had told").isEqualTo("delivering");
        }
    }

    @Test
    void aPollThatFindsWhatWasNotPushedEndsTheTrust() throws Exception {
        try (var hub = new FakeHub(FakeHub.Manner.GOOD, "864000", this::door)) {
            station.close();
            station = new HubStation(web, feed, Desk.ticking(), Duration.ofMillis(200), List.of());
            body = offering(hub.url(), "a one");
            station.start().awaitWord("verified");
            hub.deliver(offering(hub.url(), "b two"));
            body = offering(hub.url(), "b two", "a one");
            station.awaitWord("delivering");
            body = offering(hub.url(), "c three", "b two", "a one");
            await().until(() -> station.headlines().contains("c three"));
            station.awaitWord("verified");
            hub.deliver(offering(hub.url(), "d four"));
            station.awaitWord("delivering");
        }
    }

    private static Duration wait(HubStation station) {
        var state = station.state();
        return Duration.between(Instant.now(), state.nextDue().orElseThrow());
    }

    @Test
    void aPushDuringAPollWaitsForIt() throws Exception {
        try (var hub = new FakeHub(FakeHub.Manner.GOOD, "864000", this::door)) {
            body = offering(hub.url(), "a one");
            station.start().awaitWord("verified");
            gate = new CountDownLatch(1);
            body = offering(hub.url(), "b two", "a one");
            hub.deliver("");
            await().until(() -> feed.requests.size() == 2);
            var delivered = CompletableFuture.supplyAsync(() -> hub.deliver(offering(hub.url(), "b two", "c three")));
            gate.countDown();
            assertThat(delivered.join().statusCode()).isEqualTo(202);
            assertThat(station.headlines()).containsExactlyInAnyOrder("a one", "b two", "c three");
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # signature                  | counted as
            -                            | absent
            sha256=00ff                  | wrong
            md5=00ff                     | malformed
            sha256                       | malformed
            """)
    void dropsWhatIsNotSignedAsAgreed(String signature, String counted) throws Exception {
        try (var hub = new FakeHub(FakeHub.Manner.GOOD, "864000", this::door)) {
            body = offering(hub.url(), "a one");
            station.start().awaitWord("verified");
            var forged = hub.deliver(
                    hub.requests.getLast(), offering(hub.url(), "x false"), signature == null ? "" : signature, "");
            assertThat(forged.statusCode()).isEqualTo(202);
            assertThat(station.count("wirebell.signature.checks", "verdict", counted))
                    .isEqualTo(1);
            assertThat(hub.deliver(offering(hub.url(), "b two")).statusCode()).isEqualTo(202);
            assertThat(station.headlines()).containsExactlyInAnyOrder("a one", "b two");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha384", "sha512"})
    void knowsTheMethodsOfTheSpecification(String method) throws Exception {
        try (var hub = new FakeHub(FakeHub.Manner.GOOD, "864000", this::door)) {
            body = offering(hub.url(), "a one");
            station.start().awaitWord("verified");
            hub.deliver(hub.requests.getLast(), offering(hub.url(), "b two"), method);
            assertThat(station.headlines()).contains("b two");
        }
    }

    @Test
    void strangersGetNothing() throws Exception {
        try (var hub = new FakeHub(FakeHub.Manner.GOOD, "864000", this::door)) {
            body = offering(hub.url(), "a one");
            station.start().awaitWord("verified");
            var request = hub.requests.getLast();
            var callback = request.get("hub.callback");
            var other = callback.substring(0, callback.length() - 1) + "_";
            assertThat(hub.deliver(request, "x", "sha256=00", other).statusCode())
                    .isEqualTo(410);
            assertThat(hub.deliver(request, "x".repeat(30_000), "sha256=00", callback)
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void answersOnlyForWhatItAsked() throws Exception {
        try (var hub = new FakeHub(FakeHub.Manner.WRONG_TOPIC, "864000", this::door)) {
            body = offering(hub.url(), "a one");
            station.start();
            await().until(() -> !hub.verified.isEmpty());
            assertThat(hub.verified.getFirst().statusCode()).isEqualTo(404);
            assertThat(station.word()).isEqualTo("asked");
        }
    }

    @Test
    void aHubThatIsBrokenIsAskedAgainLaterAndPollingGoesOn() throws Exception {
        try (var hub = new FakeHub(FakeHub.Manner.BROKEN, "864000", this::door)) {
            station.close();
            station = new HubStation(web, feed, Desk.ticking(), OFTEN, List.of());
            body = offering(hub.url(), "a one");
            station.start().awaitWord("refused");
            assertThat(station.noted("detail")).contains("500");
            body = offering(hub.url(), "b two", "a one");
            await().until(() -> station.headlines().contains("b two"));
            assertThat(hub.requests).hasSize(1);
            assertThat(station.count("wirebell.websub.requests", "outcome", "http_5xx"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aHubThatWillNotDeliverIsBelieved() throws Exception {
        try (var hub = new FakeHub(FakeHub.Manner.DENYING, "864000", this::door)) {
            body = offering(hub.url(), "a one");
            station.start().awaitWord("refused");
            assertThat(station.noted("detail")).isEqualTo("denied: full");
            assertThat(hub.verified.getFirst().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aHubAtAPrivateAddressIsNotAsked() throws Exception {
        link = "<" + ELSEWHERE + ">; rel=\"hub\"";
        body = Desk.rss("a one");
        station.start().awaitWord("refused");
        assertThat(station.noted("detail")).contains("blocked", "not a public address");
    }

    @Test
    void aShortLeaseEndsAndPollingIsItselfAgain() throws Exception {
        try (var hub = new FakeHub(FakeHub.Manner.GOOD, "2", this::door)) {
            body = offering(hub.url(), "a one");
            station.start().awaitWord("verified");
            hub.deliver(offering(hub.url(), "b two"));
            body = offering(hub.url(), "b two", "a one");
            assertThat(feed.requests).hasSize(1);
            await().until(() -> feed.requests.size() == 2); // at once, when the lease is over
            station.awaitWord("wanted");
            assertThat(hub.requests).as("not every other second").hasSize(1);
        }
    }

    @Test
    void aRestartKeepsTheSubscription() throws Exception {
        try (var hub = new FakeHub(FakeHub.Manner.GOOD, "864000", this::door)) {
            body = offering(hub.url(), "a one");
            station.start().awaitWord("verified");
            hub.deliver(offering(hub.url(), "b two"));
            var request = new HashMap<>(hub.requests.getLast());
            var left = station.state();
            assertThat(again(SELDOM, left, List.of()).start().word()).isEmpty();
            assertThat(hub.deliver(request, offering(hub.url(), "b two", "c three"), "sha256")
                            .statusCode())
                    .isEqualTo(202);
            assertThat(station.headlines()).containsExactly("c three");
            assertThat(station.word()).isEqualTo("delivering");
            assertThat(hub.requests).as("asked once in its life").hasSize(1);
        }
    }

    @Test
    void aLeaseThatEndedMeanwhileIsRenewed() throws Exception {
        try (var hub = new FakeHub(FakeHub.Manner.GOOD, "864000", this::door)) {
            body = offering(hub.url(), "a one");
            station.start().awaitWord("verified");
            var past = Instant.now().minusSeconds(5).toString();
            var note = new HashMap<>(Map.of("until", past, "next", past));
            for (var key : List.of("hub", "topic", "callback")) {
                note.put(key, station.noted(key));
            }
            again(SELDOM, Standing.noted(station.state(), "websub", note), List.of())
                    .start();
            await().until(() -> hub.requests.size() == 2);
            station.awaitWord("verified");
        }
    }

    @Test
    void leavesAHubWhenTheSourceIsPolledOnly() throws Exception {
        try (var hub = new FakeHub(FakeHub.Manner.GOOD, "864000", this::door)) {
            body = offering(hub.url(), "a one");
            station.start().awaitWord("verified");
            var left = station.state();
            again(SELDOM, left, List.of("harbour")).start();
            station.all.leave(left);
            assertThat(hub.requests.getLast()).containsEntry("hub.mode", "unsubscribe");
            await().until(() -> hub.verified.size() == 2);
            assertThat(hub.verified.getLast().body()).isEqualTo("c-17");
            station.all.leaveForGood(left);
            assertThat(station.state().more()).doesNotContainKey("websub");
            assertThat(Standing.unnoted(left, "websub").seen())
                    .isEqualTo(station.state().seen());
        }
    }
}
