package org.wirebell.alerts.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.wirebell.model.Json;

/**
 * A service on loopback that takes what the real one takes and answers as it does. What the real one would refuse, or what would
 * call people, is noted in {@link #violations}; tests want that empty.
 */
abstract class FakeService implements AutoCloseable {
    final List<String> violations = new CopyOnWriteArrayList<>();
    final List<Asked> asked = new CopyOnWriteArrayList<>();

    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicReference<Trouble> trouble = new AtomicReference<>(Trouble.NONE);
    private final HttpServer server;

    record Asked(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        Map<String, Object> json() {
            return Json.map(text());
        }
    }

    record Answer(int status, String body) {
        static Answer json(int status, Object... fields) {
            return new Answer(status, Json.plain(Fields.of(fields)));
        }
    }

    /** What any service may do instead of answering. */
    enum Trouble {
        NONE,
        BUSY,
        BROKEN,
        UNHAPPY,
        MOVED,
        GONE,
        HANGING,
        CUTTING,
        ENDLESS
    }

    FakeService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    abstract Answer answer(Asked asked);

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** From now on. */
    void behave(Trouble next) {
        trouble.set(next);
    }

    void mustHold(boolean condition, String otherwise) {
        if (!condition) {
            violations.add(otherwise);
        }
    }

    void atMost(String what, Object text, int limit) {
        mustHold(
                text.toString().length() <= limit,
                what + " has " + text.toString().length() + " units");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var request = new Asked(
                    exchange.getRequestMethod(),
                    uri.getPath(),
                    String.valueOf(uri.getRawQuery()),
                    Map.copyOf(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes());
            asked.add(request);
            switch (trouble.get()) {
                case NONE -> reply(exchange, safely(request));
                case BUSY -> {
                    exchange.getResponseHeaders().set("Retry-After", "7");
                    reply(exchange, new Answer(429, "slow down"));
                }
                case BROKEN -> reply(exchange, new Answer(503, "overloaded"));
                case UNHAPPY -> reply(exchange, new Answer(422, "no"));
                case MOVED -> {
                    exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
                    reply(exchange, new Answer(302, ""));
                }
                case GONE -> reply(exchange, new Answer(410, "gone"));
                case HANGING -> released.await();
                case CUTTING -> exchange.close();
                case ENDLESS -> endless(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer safely(Asked request) {
        try {
            return answer(request);
        } catch (RuntimeException e) {
            violations.add("unexpected form: " + e);
            return new Answer(400, "bad");
        }
    }

    private static void reply(HttpExchange exchange, Answer answer) throws IOException {
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    /** A gigabyte, if anybody reads it. */
    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(500, 0);
        var block = new byte[65_536];
        java.util.Arrays.fill(block, (byte) 'x');
        for (int i = 0; i < 16_384; i++) {
            exchange.getResponseBody().write(block);
        }
    }

    void goAway() {
        released.countDown();
        server.stop(0);
    }

    @Override
    public void close() {
        goAway();
    }

    /** Something within JSON, which must be there. */
    static Object in(Object json, Object... path) {
        var at = json;
        for (var step : path) {
            at = step instanceof Integer index ? ((List<?>) at).get(index) : ((Map<?, ?>) at).get(step);
            if (at == null) {
                throw new IllegalArgumentException("no " + step);
            }
        }
        return at;
    }

    static boolean has(Map<String, Object> json, String name) {
        return json.containsKey(name);
    }
}
