package org.wirebell.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.web.Web.Reply;

@Timeout(30)
class OkHttpWebTest {
    private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");
    private static final Limits LIMITS = new Limits(
            100_000, Duration.ofSeconds(5), Duration.ofSeconds(2), 5, 8, Duration.ZERO, Duration.ofSeconds(1));

    private Web web = web(LIMITS, AddressGuard.open(Dns.SYSTEM));

    @AfterEach
    void close() {
        web.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "W/\"a-b,c\"", "no-quotes", "\"\"", "\"käse\"", "\"a\\\"b\" "})
    void sendsBothValidatorsBackByteForByte(String etag) throws Exception {
        var modified = "Sun, 1 Mar 26 05:00:00 +0000";
        HttpHandler handler = exchange -> {
            exchange.getResponseHeaders().set("ETag", etag);
            exchange.getResponseHeaders().set("Last-Modified", modified);
            var conditional = exchange.getRequestHeaders().containsKey("If-None-Match");
            Loopback.answer(exchange, conditional ? 304 : 200, conditional ? "" : "<rss/>");
        };
        try (var server = new Loopback(handler)) {
            var fresh = (Reply.Fresh) get(server.url("/feed"), Web.Known.NOTHING);
            assertThat(server.requests.getFirst()).doesNotContainKeys("If-none-match", "If-modified-since");
            if (etag.contains("ä")) {
                assertThat(fresh.known().etag())
                        .as("sent as Latin-1: cannot be kept")
                        .contains("\uFFFD");
                return;
            }
            assertThat(get(server.url("/feed"), fresh.known())).isInstanceOf(Reply.NotModified.class);
            assertThat(server.sent(1, "If-none-match")).isEqualTo(etag.strip());
            assertThat(server.sent(1, "If-modified-since")).isEqualTo(modified);
        }
    }

    @Test
    void whoQueuedAtAHostIsNotSentThereAfterItAskedForRest() throws Exception {
        var asked = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var server = new Loopback(exchange -> {
            asked.countDown();
            awaitQuietly(go);
            exchange.getResponseHeaders().set("Retry-After", "600");
            Loopback.answer(exchange, 429, "");
        })) {
            var first = Thread.ofVirtual().start(() -> getQuietly(server.url("/one")));
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            var second = new CompletableFuture<Reply>();
            var queued = Thread.ofVirtual().start(() -> second.complete(getQuietly(server.url("/two"))));
            await().until(() -> queued.getState() == Thread.State.WAITING);
            go.countDown();
            first.join();
            assertThat(second.get(10, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            Reply.Failed.class,
                            failed -> assertThat(failed.why()).isEqualTo(Why.WAITING));
            assertThat(server.paths).containsExactly("/one");
        }
    }

    private Reply getQuietly(URI url) {
        try {
            return get(url, Web.Known.NOTHING);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) throws IOException {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Sun, 01 Mar 2026 05:00:00 GMT | true
            # their clock is a little ahead
            Sun, 01 Mar 2026 09:00:00 GMT | true
            # nothing would ever be newer
            Tue, 19 Jan 2038 03:14:07 GMT | false
            # no date, but theirs
            yesterday                     | true
            """)
    void aDateThatWasMadeUpIsNoValidator(String modified, boolean kept) throws Exception {
        try (var server = new Loopback(exchange -> {
            exchange.getResponseHeaders().set("Last-Modified", modified);
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            exchange.getResponseHeaders().set("Expires", "0");
            Loopback.answer(exchange, 200, "<rss/>");
        })) {
            var fresh = (Reply.Fresh) get(server.url("/feed"), Web.Known.NOTHING);
            assertThat(fresh.known().lastModified()).isEqualTo(kept ? modified : "");
            assertThat(fresh.known().etag()).isEqualTo("\"1\"");
            assertThat(fresh.maxAge()).as("Expires: 0 means at once").isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 503})
    void aBotCheckIsTold(int status) throws Exception {
        try (var server = new Loopback(exchange -> {
            exchange.getResponseHeaders().set("cf-mitigated", "challenge");
            Loopback.answer(exchange, status, "<html>Checking</html>");
        })) {
            var failed = (Reply.Failed) get(server.url("/feed"), Web.Known.NOTHING);
            assertThat(failed.why()).isEqualTo(Why.CHALLENGED);
            assertThat(failed.detail()).endsWith("answered " + status + " with a bot check");
        }
    }

    @Test
    void validatorsBelongToTheAddressThatGaveThem() throws Exception {
        try (var server = new Loopback(exchange -> {
            if (exchange.getRequestURI().getPath().equals("/old")) {
                Loopback.redirect(exchange, 302, "/new");
            } else {
                exchange.getResponseHeaders().set("ETag", "\"1\"");
                Loopback.answer(exchange, 200, "<rss/>");
            }
        })) {
            var fresh = (Reply.Fresh) get(server.url("/old"), Web.Known.NOTHING);
            assertThat(fresh.known().url()).isEqualTo(server.url("/new").toString());
            get(server.url("/old"), fresh.known());
            assertThat(server.sent(2, "If-none-match")).as("to /old").isEmpty();
            assertThat(server.sent(3, "If-none-match")).as("to /new").isEqualTo("\"1\"");
        }
    }

    @Test
    void isOnePersonToTheServer() throws Exception {
        try (var server = new Loopback(exchange -> Loopback.answer(exchange, 200, "<rss/>"))) {
            var ask = new Web.Ask(server.url("/feed?a=1"), Web.Known.NOTHING, Map.of("X-Key", "k1"));
            web.get(ask);
            assertThat(server.sent(0, "User-agent")).isEqualTo("Wirebell/test (+https://desk.example/bot)");
            assertThat(server.sent(0, "X-key")).isEqualTo("k1");
            assertThat(server.requests.getFirst()).doesNotContainKeys("Cookie", "Referer");
        }
    }

    @Test
    void showsItsKeysToNoOtherHost() throws Exception {
        try (var other = new Loopback(exchange -> Loopback.answer(exchange, 200, "<rss/>"));
                var server = new Loopback(exchange ->
                        Loopback.redirect(exchange, 302, other.url("/f").toString()))) {
            web.get(new Web.Ask(server.url("/feed"), Web.Known.NOTHING, Map.of("X-Key", "k1")));
            assertThat(other.requests.getFirst()).doesNotContainKey("X-key");
        }
    }

    @ParameterizedTest(name = "{0} then {1}: moved for good = {2}")
    @CsvSource({"301, 308, true", "301, 302, false", "307, 301, false"})
    void remembersOnlyPermanentMoves(int first, int second, boolean moved) throws Exception {
        try (var server = new Loopback(exchange -> {
            switch (exchange.getRequestURI().getPath()) {
                case "/a" -> Loopback.redirect(exchange, first, "/b");
                case "/b" -> Loopback.redirect(exchange, second, "/c");
                default -> Loopback.answer(exchange, 200, "<rss/>");
            }
        })) {
            var fresh = (Reply.Fresh) get(server.url("/a"), Web.Known.NOTHING);
            assertThat(fresh.moved().isPresent()).isEqualTo(moved);
            assertThat(fresh.known().url()).isEqualTo(server.url("/c").toString());
        }
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "https://a.example/, http://a.example/, true",
        "https://a.example/, https://b.example/, false",
        "http://a.example/, http://b.example/, false",
        "http://a.example/, https://a.example/, false",
    })
    void knowsADowngrade(String from, String to, boolean downgrade) {
        assertThat(OkHttpWeb.downgrade(HttpUrl.get(from), HttpUrl.get(to))).isEqualTo(downgrade);
    }

    @Test
    void endsARedirectLoop() throws Exception {
        try (var server = new Loopback(exchange -> Loopback.redirect(exchange, 302, "/again"))) {
            assertThat(failed(server.url("/")).why()).isEqualTo(Why.BLOCKED);
            assertThat(server.requests).hasSize(6);
        }
    }

    @Test
    void cutsAnEndlessBody() throws Exception {
        try (var server = new Loopback(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            endless(exchange.getResponseBody());
        })) {
            assertThat(failed(server.url("/")).why()).isEqualTo(Why.TOO_LARGE);
        }
    }

    @Test
    void believesAnHonestLengthAtOnce() throws Exception {
        try (var server = new Loopback(exchange -> {
            exchange.sendResponseHeaders(200, 1_000_000_000);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
        })) {
            assertThat(failed(server.url("/")).why()).isEqualTo(Why.TOO_LARGE);
        }
    }

    @Test
    void endsAtTheDeadlineThoughEachByteIsInTime() throws Exception {
        web.close();
        web = web(
                new Limits(
                        100_000,
                        Duration.ofMillis(400),
                        Duration.ofSeconds(2),
                        5,
                        8,
                        Duration.ZERO,
                        Duration.ofSeconds(1)),
                AddressGuard.open(Dns.SYSTEM));
        var over = new CountDownLatch(1);
        try (var server = new Loopback(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            drip(exchange.getResponseBody(), over);
        })) {
            long start = System.nanoTime();
            assertThat(failed(server.url("/")).why()).isEqualTo(Why.TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
            over.countDown();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Cache-Control: max-age=300                | PT5M
            Cache-Control: max-age=300\\nAge: 100     | PT3M20S
            Cache-Control: no-cache, max-age=300      | PT0S
            Cache-Control: max-age=10\\nAge: 100      | PT0S
            Expires: 0                                | PT0S
            X-None: 1                                 | PT0S
            """)
    void readsHowLongAnAnswerIsGood(String headers, Duration maxAge) throws Exception {
        try (var server = new Loopback(exchange -> {
            for (var line : headers.split("\\\\n")) {
                var parts = line.split(": ", 2);
                exchange.getResponseHeaders().set(parts[0], parts[1]);
            }
            Loopback.answer(exchange, 200, "<rss/>");
        })) {
            assertThat(((Reply.Fresh) get(server.url("/"), Web.Known.NOTHING)).maxAge())
                    .isEqualTo(maxAge);
        }
    }

    @Test
    void anOutageIsAnAnswer() throws Exception {
        URI gone;
        try (var server = new Loopback(exchange -> {})) {
            gone = server.url("/");
        }
        assertThat(failed(gone).why()).isEqualTo(Why.UNREACHABLE);
    }

    @Test
    void aPlainServerIsNoTls() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var plain = Thread.ofVirtual().start(() -> {
                try (var socket = server.accept()) {
                    socket.getOutputStream().write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(failed(URI.create("https://127.0.0.1:" + server.getLocalPort() + "/"))
                            .why())
                    .isEqualTo(Why.TLS);
            plain.join();
        }
    }

    private Reply get(URI url, Web.Known known) throws InterruptedException {
        return web.get(new Web.Ask(url, known, Map.of()));
    }

    private Reply.Failed failed(URI url) throws InterruptedException {
        return (Reply.Failed) get(url, Web.Known.NOTHING);
    }

    private void quietly(URI url) {
        try {
            get(url, Web.Known.NOTHING);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Web web(Limits limits, AddressGuard guard) {
        return new OkHttpWeb(limits, "Wirebell/test (+https://desk.example/bot)", guard, InstantSource.fixed(NOW));
    }

    private static void endless(OutputStream out) throws IOException {
        var block = new byte[10_000];
        while (true) {
            out.write(block); // until the other side hangs up
        }
    }

    private static void drip(OutputStream out, CountDownLatch over) throws IOException {
        try {
            while (!over.await(50, TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
