package org.wirebell.bench.soak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.wirebell.bench.soak.Mix.Mood;

/** The world around: a receiver, which notes the ids of what it has taken, and a feed. Both do well or badly, as told. */
final class Outside implements AutoCloseable {
    private static final byte[] FEED = """
            <?xml version="1.0"?><rss version="2.0"><channel><title>Slow</title><link>http://slow.example/</link>
            <item><guid>slow-1</guid><title>The ferry sails again</title></item></channel></rss>
            """.strip().getBytes(StandardCharsets.UTF_8);

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Map<String, Integer> heard = new ConcurrentHashMap<>();
    private volatile Mood receiver = Mood.WELL;
    private volatile Mood feed = Mood.WELL;

    Outside() throws IOException {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hook", this::hook);
        server.createContext("/feed", this::feed);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How often each notice was taken, by its id. */
    Map<String, Integer> heard() {
        return heard;
    }

    void receiver(Mood mood) {
        receiver = mood;
    }

    void feed(Mood mood) {
        feed = mood;
    }

    private void hook(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            var id = exchange.getRequestHeaders().getFirst("webhook-id");
            switch (receiver) {
                case WELL -> {
                    heard.merge(id, 1, Integer::sum);
                    exchange.sendResponseHeaders(204, -1);
                }
                case REFUSES -> exchange.sendResponseHeaders(503, -1);
                case HANGS -> hang();
            }
        }
    }

    private void feed(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (feed) {
                case WELL -> {
                    exchange.sendResponseHeaders(200, FEED.length);
                    exchange.getResponseBody().write(FEED);
                }
                case REFUSES -> exchange.sendResponseHeaders(500, -1);
                case HANGS -> drip(exchange);
            }
        }
    }

    /** A byte a second, until who asked has had enough. */
    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, FEED.length);
        for (byte one : FEED) {
            exchange.getResponseBody().write(one);
            exchange.getResponseBody().flush();
            pause(1_000);
        }
    }

    private static void hang() {
        pause(120_000);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
