package org.wirebell.ingest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.wirebell.model.Samples.T0;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.ingest.web.Brotli;
import org.wirebell.ingest.web.Limits;
import org.wirebell.model.Dead;
import org.wirebell.model.Json;

@Timeout(60)
class PushEndpointTest {
    private static final Limits LIMITS = new Limits(
            4_000, Duration.ofSeconds(5), Duration.ofSeconds(2), 5, 8, Duration.ZERO, Duration.ofMillis(300));
    private static final PushConfig CONFIG = new PushConfig(
            "127.0.0.1",
            0,
            Optional.of("PUSH_TOKEN"),
            Optional.empty(),
            Optional.of("PUSH_SECRET"),
            Optional.empty(),
            Map.of("islewire", new PushConfig.Sender(Optional.of("ISLE_SECRET"), Optional.empty())));
    private static final String TOKEN = "open-sesame";
    private static final String SECRET = "whsec_" + encoded("the harbour lights of Skerry");
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PUSH_TOKEN", TOKEN, "PUSH_SECRET", SECRET, "ISLE_SECRET", "known to the isle alone");

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void answersAfterTheAck() throws Exception {
        var desk = Desk.open();
        try (var push = endpoint(desk)) {
            var answer = send(request(push, "/push/coastwire").POST(text(Desk.rss("a one", "b two"))));
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo("{\"items\":2}");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(desk.items()).hasSize(2).allMatch(item -> item.source().equals("coastwire"));
            assertThat(desk.items()).noneMatch(item -> item.backfill());
            assertThat(desk.items()).allMatch(item -> item.received().isPresent());
            assertThat(desk.states().getLast().items()).isEqualTo(2);
        }
    }

    @Test
    void readsPrioritiesAsTheOperatorSays() throws Exception {
        var desk = Desk.open(); // in its house, priority 4 of coastwire means urgency 2
        try (var push = endpoint(desk)) {
            var wire = "ZCZC bcd0123 4 vm 60 cw 017\nFog closes port\n\n   Skerry (cw) - Fog closed the port.\nNNNN\n";
            send(request(push, "/push/coastwire").POST(text(wire)));
            send(request(push, "/push/islewire").POST(text(wire)));
            assertThat(desk.items())
                    .extracting(item -> item.urgency().orElseThrow())
                    .containsExactly(2, 4);
        }
    }

    @Test
    void unpacksGzip() throws Exception {
        var desk = Desk.open();
        try (var push = endpoint(desk)) {
            var answer = send(request(push, "/push/coastwire")
                    .header("Content-Encoding", "gzip")
                    .POST(BodyPublishers.ofByteArray(gzip(Desk.rss("a one")))));
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(desk.items()).hasSize(1);
        }
    }

    @Test
    void unpacksBrotliUpToTheLimit() throws Exception {
        var desk = Desk.open();
        try (var push = endpoint(desk)) {
            var feed = request(push, "/push/coastwire")
                    .header("Content-Encoding", "br")
                    .POST(BodyPublishers.ofByteArray(Brotli.FERRIES));
            assertThat(send(feed).body()).isEqualTo("{\"items\":3}");
            var bomb = request(push, "/push/coastwire")
                    .header("Content-Encoding", "br")
                    .POST(BodyPublishers.ofByteArray(Brotli.bomb()));
            assertThat(send(bomb).statusCode()).isEqualTo(413);
        }
    }

    private static byte[] gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer wrong", "Bearer open-sesame2", "Basic open-sesame", "open-sesame"})
    void asksForTheToken(String authorization) throws Exception {
        var desk = Desk.open();
        try (var push = endpoint(desk)) {
            var request = HttpRequest.newBuilder(at(push, "/push/coastwire")).POST(text(Desk.rss("a one")));
            var answer = send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(desk.broker.history()).isEmpty();
        }
    }

    @Test
    void takesWhatIsSignedOverTheBytesAsSent() throws Exception {
        var desk = Desk.open();
        try (var push = endpoint(desk)) {
            var body = Desk.rss("a one", "b two");
            var answer = send(unproven(push, "/push/coastwire")
                    .header("X-Hub-Signature-256", SenderSignature.hub(SECRET, body))
                    .POST(text(body)));
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(desk.items()).hasSize(2);

            var packed = gzip(body);
            var overPlain = unproven(push, "/push/coastwire")
                    .header("Content-Encoding", "gzip")
                    .header("X-Hub-Signature-256", SenderSignature.hub(SECRET, body))
                    .POST(BodyPublishers.ofByteArray(packed));
            assertThat(send(overPlain).statusCode()).isEqualTo(403);
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var overPacked = unproven(push, "/push/coastwire")
                    .header("Content-Encoding", "gzip")
                    .header("X-Hub-Signature-256", "sha256=" + HexFormat.of().formatHex(mac.doFinal(packed)))
                    .POST(BodyPublishers.ofByteArray(packed));
            assertThat(send(overPacked).statusCode()).isEqualTo(202);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # sender    | signature                         | status | message
            coastwire   | known to the isle alone           | 403    | does not fit
            islewire    | known to the isle alone           | 202    | items
            islewire    | shared                            | 403    | does not fit
            coastwire   | sha1                              | 403    | not in a form
            coastwire   | sha256=zz                         | 403    | not in a form
            coastwire   | sha256=                           | 403    | does not fit
            """)
    void asksForTheSendersOwnSignature(String sender, String signature, int status, String message) throws Exception {
        var desk = Desk.open();
        try (var push = endpoint(desk)) {
            var body = Desk.rss("a one");
            var header = signature.startsWith("sha")
                    ? signature.equals("shared") ? SenderSignature.hub(SECRET, body) : signature
                    : SenderSignature.hub(signature, body);
            var answer = send(unproven(push, "/push/" + sender)
                    .header("X-Hub-Signature-256", header)
                    .POST(text(body)));
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).contains(message);
            assertThat(desk.items()).hasSize(status == 202 ? 1 : 0);
        }
    }

    @ParameterizedTest(name = "{0} s: {1}")
    @CsvSource({"0, 202", "-299, 202", "299, 202", "-301, 403", "301, 403"})
    void aSignedMessageHasItsTime(int seconds, int status) throws Exception {
        try (var push = endpoint(Desk.open())) {
            var answer = send(message(push, "m1", T0.plusSeconds(seconds), Desk.rss("a one")));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        }
    }

    @Test
    void aMessageThatWasTakenIsNotTakenAgain() throws Exception {
        var desk = Desk.slow();
        try (var push = endpoint(desk)) {
            var body = Desk.rss("a one");
            assertThat(send(message(push, "m1", T0, body)).statusCode())
                    .as("the broker does not acknowledge")
                    .isEqualTo(503);
            desk.broker.completeNext();
            var again = client.sendAsync(message(push, "m1", T0, body).build(), BodyHandlers.ofString());
            desk.awaitSent(2);
            desk.broker.completeNext();
            assertThat(again.join().body()).isEqualTo("{\"items\":1}");
            var third = send(message(push, "m1", T0.plusSeconds(60), body));
            assertThat(third.statusCode()).isEqualTo(202);
            assertThat(Json.map(third.body())).containsEntry("repeat", true);
            assertThat(desk.items()).hasSize(2);
        }
    }

    @Test
    void opensOnlyToWhatIsConfigured() throws Exception {
        var tokenOnly = new PushConfig(
                "127.0.0.1",
                0,
                Optional.of("PUSH_TOKEN"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        var body = Desk.rss("a one");
        try (var push = door(tokenOnly, LIMITS, Desk.open())) {
            var signed = unproven(push, "/push/coastwire")
                    .header("X-Hub-Signature-256", SenderSignature.hub(SECRET, body))
                    .POST(text(body));
            assertThat(send(signed).statusCode()).isEqualTo(401);
        }
        var secretOnly = new PushConfig(
                "127.0.0.1",
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of("PUSH_SECRET"),
                Optional.empty(),
                Map.of());
        try (var push = door(secretOnly, LIMITS, Desk.open())) {
            assertThat(send(request(push, "/push/coastwire").POST(text(body))).statusCode())
                    .isEqualTo(401);
            assertThat(send(HttpRequest.newBuilder(at(push, "/push/coastwire"))
                                    .header("Authorization", "Bearer ")
                                    .POST(text(body)))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void takesSoManyAtOnce() throws Exception {
        var desk = Desk.open();
        var one = new Limits(
                4_000, Duration.ofSeconds(5), Duration.ofSeconds(2), 5, 1, Duration.ZERO, Duration.ofMillis(300));
        try (var push = door(CONFIG, one, desk);
                var slow = new Socket(InetAddress.getLoopbackAddress(), push.port())) {
            slow.getOutputStream()
                    .write(("POST /push/coastwire HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + TOKEN
                                    + "\r\nContent-Length: 3000\r\n\r\n<rss>")
                            .getBytes(StandardCharsets.US_ASCII));
            await().untilAsserted(() -> {
                var answer = send(request(push, "/push/coastwire").POST(text(Desk.rss("a one"))));
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.body()).contains("too many documents at once");
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            });
        }
    }

    @Test
    void saysWhatIsWrongWithADocument() throws Exception {
        var desk = Desk.open();
        try (var push = endpoint(desk)) {
            var answer = send(request(push, "/push/coastwire").POST(text("no document of any kind")));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Json.map(answer.body())).containsKey("problem");
            assertThat(desk.dead()).hasSize(1);
            assertThat(new String(desk.dead().getFirst().value(), StandardCharsets.UTF_8))
                    .isEqualTo("no document of any kind");
            assertThat(new String(
                            desk.dead()
                                    .getFirst()
                                    .headers()
                                    .lastHeader(Dead.SOURCE)
                                    .value(),
                            StandardCharsets.UTF_8))
                    .as("a redrive makes the same items of it")
                    .isEqualTo("coastwire");
            assertThat(desk.states().getLast().outcome()).isEqualTo("unreadable");
        }
    }

    @Test
    void limitsTheBodyDeclaredOrNot() throws Exception {
        var desk = Desk.open();
        try (var push = endpoint(desk)) {
            var large = new byte[5_000];
            assertThat(send(request(push, "/push/coastwire").POST(BodyPublishers.ofByteArray(large)))
                            .statusCode())
                    .isEqualTo(413);
            var chunked = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(large));
            assertThat(send(request(push, "/push/coastwire").POST(chunked)).statusCode())
                    .isEqualTo(413);
            assertThat(desk.broker.history()).isEmpty();
        }
    }

    @Test
    void withoutTheAckItIsNotTaken() throws Exception {
        var desk = Desk.slow();
        try (var push = endpoint(desk)) {
            var silent = send(request(push, "/push/coastwire").POST(text(Desk.rss("a one"))));
            assertThat(silent.statusCode()).isEqualTo(503);
            assertThat(silent.headers().firstValue("Retry-After")).contains("5");
            desk.broker.completeNext(); // too late
            var refused = client.sendAsync(
                    request(push, "/push/coastwire")
                            .POST(text(Desk.rss("a one")))
                            .build(),
                    BodyHandlers.ofString());
            desk.awaitSent(2);
            desk.broker.errorNext(new TimeoutException("broker away"));
            assertThat(refused.join().statusCode()).isEqualTo(503);
            assertThat(desk.meters.get("wirebell.item.send.failures").counter().count())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/push/", "/push/No%20Name", "/push/a/b", "/push/..%2fx", "/"})
    void knowsOnlyItsPath(String path) throws Exception {
        try (var push = endpoint(Desk.open())) {
            assertThat(send(request(push, path).POST(text(Desk.rss("a one")))).statusCode())
                    .isIn(400, 404);
        }
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new HttpDoor("127.0.0.1", taken.getLocalPort(), List.of()))
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    private static HttpDoor endpoint(Desk desk) {
        return door(CONFIG, LIMITS, desk);
    }

    private static HttpDoor door(PushConfig config, Limits limits, Desk desk) {
        var keys = PushKeys.of(config, name -> Optional.ofNullable(ENVIRONMENT.get(name)));
        return new HttpDoor(config.host(), config.port(), List.of(new PushEndpoint(keys, limits, desk.handover)));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Signed after Standard Webhooks, with the key inside {@link #SECRET}. */
    private static HttpRequest.Builder message(HttpDoor push, String id, Instant at, String body)
            throws GeneralSecurityException {
        var key = Base64.getDecoder().decode(SECRET.substring("whsec_".length()));
        var time = Long.toString(at.getEpochSecond());
        var signature = Base64.getEncoder().encodeToString(SenderSignature.mac(key, id + "." + time + "." + body));
        return HttpRequest.newBuilder(at(push, "/push/coastwire"))
                .header("webhook-id", id)
                .header("webhook-timestamp", time)
                .header("webhook-signature", "v2,other v1," + signature)
                .POST(text(body));
    }

    private static URI at(HttpDoor push, String path) {
        return URI.create("http://127.0.0.1:" + push.port() + path);
    }

    private static HttpRequest.Builder unproven(HttpDoor push, String path) {
        return HttpRequest.newBuilder(at(push, path));
    }

    private static HttpRequest.Builder request(HttpDoor push, String path) {
        return HttpRequest.newBuilder(at(push, path)).header("Authorization", "Bearer " + TOKEN);
    }

    private static HttpRequest.BodyPublisher text(String body) {
        return BodyPublishers.ofString(body);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
