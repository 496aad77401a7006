package org.wirebell.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Receivers of notices on loopback, and the configuration that makes {@code wirebell up} tell them of each item with {@link #WORDS}. */
public final class Hook implements AutoCloseable {
    /** What the rule looks for. */
    public static final String WORDS = "a wall collapses";

    private static final Duration SLOW = Duration.ofSeconds(5);

    private final HttpServer server;
    private final Map<String, Long> heard = new ConcurrentHashMap<>();

    private Hook(HttpServer server) {
        this.server = server;
    }

    /** @param token what an item is known by wherever it is mentioned */
    public static Hook open(Pattern token) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var hook = new Hook(server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hook", exchange -> {
            long now = System.nanoTime();
            try (exchange) {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                token.matcher(body).results().forEach(found -> hook.heard.putIfAbsent(found.group(), now));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.createContext("/slow", exchange -> {
            try (exchange) {
                Thread.sleep(SLOW);
                exchange.sendResponseHeaders(204, -1);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt(); // closed
            }
        });
        server.start();
        return hook;
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** When each token was heard of first, as {@link System#nanoTime} counts. */
    public Map<String, Long> heard() {
        return heard;
    }

    /**
     * The rooms from {@code processor} on, with one rule and no limits of how many notices one gets.
     *
     * @param folder for what they write
     * @param besideSlow whether another receiver, that takes five seconds for each answer, is told, too
     */
    public String config(Path folder, boolean besideSlow) throws IOException {
        Files.writeString(folder.resolve("secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        int port = server.getAddress().getPort();
        var one = "%s: {url: \"http://127.0.0.1:%d/%s\", secret-files: [\"%s/secret\"]}";
        var slow = besideSlow ? ", " + one.formatted("slow", port, "slow", folder) : "";
        return """
                processor: {state-dir: "%1$s/processor"}
                alerts:
                  state-dir: "%1$s/alerts"
                  delivery: {allow-private-receivers: true}
                  receivers: {webhooks: {%2$s%3$s}}
                  desks: {main: {budget: {per-hour: 1000000, burst: 1000000}, storm: 1000000}}
                  rules:
                    - {id: collapse, receivers: [hook%4$s], query: collapses}
                desk: {port: 0, sign-in: {folder: "%1$s/desk"}}
                operations: {port: 0}
                """.formatted(folder, one.formatted("hook", port, "hook", folder), slow, besideSlow ? ", slow" : "");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
