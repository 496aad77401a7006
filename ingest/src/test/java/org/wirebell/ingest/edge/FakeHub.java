package org.wirebell.ingest.edge;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.wirebell.ingest.web.Loopback;

/** A WebSub hub on this machine, well-behaved or not. */
final class FakeHub implements AutoCloseable {
    /** What it does with a request. */
    enum Manner {
        /** Asks back after it has answered. */
        GOOD,
        /** Asks back before it answers. */
        EAGER,
        /** Asks back with the name of another feed. */
        WRONG_TOPIC,
        /** Takes the request and is never heard of again. */
        SILENT,
        BROKEN,
        DENYING
    }

    static final String PUBLIC = "https://wirebell.example/hubs";

    final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
    /** What the subscriber answered when it was asked back. */
    final List<HttpResponse<String>> verified = new CopyOnWriteArrayList<>();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Loopback server = new Loopback(this::take);
    private final Manner manner;
    private final String lease;
    private final Supplier<String> door;

    /**
     * @param lease in seconds, as it says it
     * @param door where requests to {@link #PUBLIC} end, as behind a proxy
     */
    FakeHub(Manner manner, String lease, Supplier<String> door) {
        this.door = door;
        this.manner = manner;
        this.lease = lease;
    }

    URI url() {
        return server.url("/hub");
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var form = Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> URLDecoder.decode(field[0], StandardCharsets.UTF_8),
                        field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
        requests.add(form);
        switch (manner) {
            case BROKEN -> Loopback.answer(exchange, 500, "");
            case EAGER -> {
                verify(form, form.get("hub.topic"));
                Loopback.answer(exchange, 202, "");
            }
            case GOOD, WRONG_TOPIC, SILENT, DENYING -> {
                Loopback.answer(exchange, 202, "");
                exchange.close();
                switch (manner) {
                    case GOOD -> verify(form, form.get("hub.topic"));
                    case WRONG_TOPIC -> verify(form, "https://other.example/feed");
                    case DENYING ->
                        ask(form, "hub.mode=denied&hub.reason=full&hub.topic=" + encoded(form.get("hub.topic")));
                    case SILENT, BROKEN, EAGER -> {}
                }
            }
        }
    }

    private void verify(Map<String, String> form, String topic) {
        ask(
                form,
                "hub.mode=" + form.get("hub.mode") + "&hub.topic=" + encoded(topic)
                        + "&hub.challenge=c-17&hub.lease_seconds=" + lease);
    }

    private void ask(Map<String, String> form, String query) {
        verified.add(send(HttpRequest.newBuilder(URI.create(proxied(form.get("hub.callback")) + "?" + query))));
    }

    /** The last subscriber's answer to a delivery that is signed as it should be. */
    HttpResponse<String> deliver(String body) {
        return deliver(requests.getLast(), body, "sha256");
    }

    HttpResponse<String> deliver(Map<String, String> request, String body, String method) {
        return deliver(request, body, method + "=" + signature(method, request.get("hub.secret"), body), "");
    }

    /** @param callback in place of the one that was given; empty for that */
    HttpResponse<String> deliver(Map<String, String> request, String body, String signature, String callback) {
        var to = URI.create(proxied(callback.isEmpty() ? request.get("hub.callback") : callback));
        var post = HttpRequest.newBuilder(to)
                .header("Content-Type", "application/rss+xml")
                .POST(BodyPublishers.ofString(body));
        return send(signature.isEmpty() ? post : post.header("X-Hub-Signature", signature));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String proxied(String callback) {
        return callback.replace(PUBLIC, door.get());
    }

    private static String signature(String method, String secret, String body) {
        var name = "HmacSHA" + method.substring("sha".length());
        try {
            var mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), name));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
