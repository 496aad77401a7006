package org.wirebell.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A web server on loopback: publisher or receiver. Its answers are set by the test, and it remembers what it was asked. */
public final class Loopback implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Function<Asked, Answer>> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public record Asked(String path, String id, String body) {}

    public record Answer(int status, String body) {}

    private Loopback(HttpServer server) {
        this.server = server;
    }

    public static Loopback start() throws IOException {
        var loopback = new Loopback(HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0));
        loopback.server.createContext("/", loopback::answer);
        loopback.server.setExecutor(loopback.threads);
        loopback.server.start();
        return loopback;
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** From now on this path gives this document, without validators. */
    public void serve(String path, String body) {
        answers.put(path, _ -> new Answer(200, body));
    }

    public void answer(String path, Function<Asked, Answer> answer) {
        answers.put(path, answer);
    }

    /** What this path was asked so far. */
    public List<Asked> asked(String path) {
        return asked.stream().filter(it -> it.path().equals(path)).toList();
    }

    private void answer(HttpExchange http) throws IOException {
        try (http) {
            var path = http.getRequestURI().getPath();
            var id = Optional.ofNullable(http.getRequestHeaders().getFirst("webhook-id"))
                    .orElse("");
            var body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var question = new Asked(path, id, body);
            asked.add(question);
            var answer = answers.getOrDefault(path, _ -> new Answer(404, "")).apply(question);
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            http.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            http.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
