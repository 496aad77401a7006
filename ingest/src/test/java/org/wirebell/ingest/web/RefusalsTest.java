package org.wirebell.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.web.Web.Reply;

/** Servers that ask to be left alone, and what all feeds of their host do then. */
@Timeout(30)
class RefusalsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");
    private static final Limits LIMITS = new Limits(
            100_000, Duration.ofSeconds(5), Duration.ofSeconds(2), 5, 8, Duration.ZERO, Duration.ofSeconds(1));

    private final Web web = new OkHttpWeb(
            LIMITS,
            "Wirebell/test (+https://desk.example/bot)",
            AddressGuard.open(Dns.SYSTEM),
            InstantSource.fixed(NOW));

    @AfterEach
    void close() {
        web.close();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # status | Retry-After                   | why      | wait
            429      | 120                           | HTTP_4XX | PT2M
            503      | Sun, 01 Mar 2026 05:00:00 GMT | HTTP_5XX | PT0S
            503      | soon                          | HTTP_5XX | PT0S
            404      |                               | HTTP_4XX | PT0S
            401      |                               | HTTP_4XX | PT0S
            500      |                               | HTTP_5XX | PT0S
            410      |                               | GONE     | PT0S
            """)
    void readsRefusals(int status, String retryAfter, Why why, Duration wait) throws Exception {
        try (var server = new Loopback(exchange -> {
            if (retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            Loopback.answer(exchange, status, "no");
        })) {
            var failed = failed(server.url("/"));
            assertThat(failed.why()).isEqualTo(why);
            assertThat(failed.detail()).contains("answered " + status);
            assertThat(failed.retryAfter()).isEqualTo(wait);
        }
    }

    @Test
    void readsRetryAfterAsADateByTheServersOwnClock() throws Exception {
        try (var server = new Loopback(exchange -> {
            var then =
                    ZonedDateTime.now(ZoneOffset.UTC).plusHours(1); // the server's Date is the real time, ours is not
            exchange.getResponseHeaders().set("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(then));
            Loopback.answer(exchange, 503, "no");
        })) {
            assertThat(failed(server.url("/")).retryAfter()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
        }
    }

    @Test
    void leavesAHostAloneForAllItsFeeds() throws Exception {
        try (var server = new Loopback(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "600");
            Loopback.answer(exchange, 429, "no");
        })) {
            failed(server.url("/one"));
            var second = failed(server.url("/two"));
            assertThat(second.why()).isEqualTo(Why.WAITING);
            assertThat(second.retryAfter()).isBetween(Duration.ofSeconds(590), Duration.ofSeconds(600));
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void asksAHostForOneFeedAtATime() throws Exception {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        try (var server = new Loopback(exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Loopback.answer(exchange, 200, "x".repeat(50_000));
            now.decrementAndGet();
        })) {
            var fetches = IntStream.range(0, 10)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> quietly(server.url("/" + i))))
                    .toList();
            fetches.forEach(CompletableFuture::join);
            assertThat(server.requests).hasSize(10);
            assertThat(most).hasValue(1);
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
}
