package org.wirebell.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.wirebell.model.Ids;

/** Publishers on loopback: each source's feed at {@code /SOURCE}, in the state that the script has reached; with ETag and 304. */
final class FeedServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, byte[]> bodies = new ConcurrentHashMap<>();

    private FeedServer(HttpServer server) {
        this.server = server;
    }

    static FeedServer start() throws IOException {
        var address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
        var feeds = new FeedServer(HttpServer.create(address, 0));
        feeds.server.createContext("/", feeds::answer);
        feeds.server.setExecutor(feeds.threads);
        feeds.server.start();
        return feeds;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on the source's feed is this file. Returns the hash of its bytes. */
    String publish(Script.Event event) throws IOException {
        var body = Files.readAllBytes(event.file());
        bodies.put("/" + event.source(), body);
        return Ids.hash(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange http) throws IOException {
        try (http) {
            var body = bodies.get(http.getRequestURI().getPath());
            if (body == null) {
                http.sendResponseHeaders(404, -1);
                return;
            }
            var etag = '"' + Ids.hash(body).substring(0, 16) + '"';
            http.getResponseHeaders().set("ETag", etag);
            if (etag.equals(http.getRequestHeaders().getFirst("If-None-Match"))) {
                http.sendResponseHeaders(304, -1);
                return;
            }
            http.sendResponseHeaders(200, body.length);
            http.getResponseBody().write(body);
        }
    }
}
