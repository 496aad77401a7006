package org.wirebell.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.web.Web.Reply;

/** Bodies that were packed for the way: each manner, and the bombs among them. */
@Timeout(30)
class PackedBodyTest {
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

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "br", "zlib", "raw"})
    void unpacks(String how) throws Exception {
        var text = "<rss>".repeat(1_000);
        try (var server = new Loopback(exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", coding(how));
            Loopback.answer(exchange, 200, pack(how, text.getBytes(StandardCharsets.UTF_8)));
        })) {
            var fresh = (Reply.Fresh) get(server.url("/"), Web.Known.NOTHING);
            assertThat(new String(fresh.body(), StandardCharsets.UTF_8)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "zlib"})
    void disarmsABomb(String how) throws Exception {
        var bomb = how.equals("br") ? Brotli.bomb() : pack(how, new byte[20_000_000]);
        assertThat(bomb.length).isLessThan(LIMITS.bodyBytes());
        try (var server = new Loopback(exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", coding(how));
            Loopback.answer(exchange, 200, bomb);
        })) {
            assertThat(failed(server.url("/")).why()).isEqualTo(Why.TOO_LARGE);
        }
    }

    private static String coding(String how) {
        return how.equals("zlib") || how.equals("raw") ? "deflate" : how;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 60, 98})
    void aBrotliStreamThatBreaksOffIsAFailure(int length) throws Exception {
        try (var server = new Loopback(exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "br");
            Loopback.answer(exchange, 200, Arrays.copyOf(Brotli.FERRIES, length));
        })) {
            assertThat(failed(server.url("/")).why()).isEqualTo(Why.UNREACHABLE);
        }
    }

    private Reply get(URI url, Web.Known known) throws InterruptedException {
        return web.get(new Web.Ask(url, known, Map.of()));
    }

    private Reply.Failed failed(URI url) throws InterruptedException {
        return (Reply.Failed) get(url, Web.Known.NOTHING);
    }

    private static byte[] pack(String how, byte[] plain) {
        if (how.equals("br")) {
            return Brotli.stored(new String(plain, StandardCharsets.UTF_8));
        }
        var packed = new ByteArrayOutputStream();
        try (var out = switch (how) {
            case "gzip", "x-gzip" -> new GZIPOutputStream(packed);
            case "zlib" -> new DeflaterOutputStream(packed);
            default -> new DeflaterOutputStream(packed, new Deflater(9, true));
        }) {
            out.write(plain);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }
}
