package org.wirebell.bench.live;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A WebSub hub on loopback: it believes whoever confirms, and delivers what a feed shows as soon as it is told to (W3C WebSub 5 and 7). */
final class Hub implements AutoCloseable {
    private static final String MAC = "HmacSHA256";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder().executor(threads).build();
    private final Map<String, Subscriber> subscribers = new ConcurrentHashMap<>();
    private final AtomicInteger taken = new AtomicInteger();
    private final HttpServer server;

    private Hub(HttpServer server) {
        this.server = server;
    }

    static Hub open() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var hub = new Hub(server);
        server.setExecutor(hub.threads);
        server.createContext("/hub", exchange -> {
            try (exchange) {
                var wish = Wish.of(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(202, -1);
                hub.threads.execute(() -> hub.verify(wish));
            }
        });
        server.start();
        return hub;
    }

    /** What a feed of that number says of itself and of its hub. */
    String link(int feed) {
        return "Link: <%s>; rel=\"hub\", <%s>; rel=\"self\"".formatted(address("/hub"), topic(feed));
    }

    /** Starts to bring a feed's document to its subscriber, if it has one by now. */
    void deliver(int feed, String document, String type) {
        var subscriber = subscribers.get(topic(feed));
        if (subscriber != null) {
            threads.execute(() -> deliver(subscriber, document, type));
        }
    }

    /** How many feeds are subscribed to. */
    int subscribed() {
        return subscribers.size();
    }

    /** How many deliveries were taken. */
    int taken() {
        return taken.get();
    }

    private void verify(Wish wish) {
        var challenge = "c" + wish.topic().hashCode();
        var query = "?hub.mode=%s&hub.topic=%s&hub.challenge=%s&hub.lease_seconds=%s"
                .formatted(wish.mode(), encoded(wish.topic()), challenge, wish.lease());
        var answer = send(HttpRequest.newBuilder(URI.create(wish.callback() + query)));
        if (answer.status() == 200 && answer.body().equals(challenge)) {
            subscribers.put(wish.topic(), new Subscriber(URI.create(wish.callback()), wish.secret()));
        }
    }

    private void deliver(Subscriber subscriber, String document, String type) {
        var body = document.getBytes(StandardCharsets.UTF_8);
        var answer = send(HttpRequest.newBuilder(subscriber.callback())
                .header("Content-Type", type)
                .header("X-Hub-Signature", "sha256=" + signature(subscriber.secret(), body))
                .POST(BodyPublishers.ofByteArray(body)));
        if (answer.status() == 202) {
            taken.incrementAndGet();
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException _) {
            return new Answer(0, ""); // they have gone: what was not taken is seen in the counts
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer(0, "");
        }
    }

    private static String signature(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("each Java has " + MAC, e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String topic(int feed) {
        return address("/topics/" + feed);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
        threads.shutdownNow();
    }

    /** What a subscriber asks for; what it does not say is empty. */
    private record Wish(String mode, String topic, String callback, String secret, String lease) {
        static Wish of(String body) {
            var form = Arrays.stream(body.split("&"))
                    .map(field -> List.of(field.split("=", 2)))
                    .collect(Collectors.toMap(
                            field -> decoded(field.getFirst()),
                            field -> decoded(field.getLast()),
                            (first, _) -> first));
            return new Wish(
                    form.getOrDefault("hub.mode", ""),
                    form.getOrDefault("hub.topic", ""),
                    form.getOrDefault("hub.callback", ""),
                    form.getOrDefault("hub.secret", ""),
                    form.getOrDefault("hub.lease_seconds", ""));
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }

    private record Subscriber(URI callback, String secret) {}

    private record Answer(int status, String body) {}
}
