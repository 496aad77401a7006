package org.wirebell.ingest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.ingest.web.Limits;
import org.wirebell.model.Dead;
import org.wirebell.model.Json;

@Timeout(60)
class PushEndpointTest {
    private static final Limits LIMITS = new Limits(
            4_000, Duration.ofSeconds(5), Duration.ofSeconds(2), 5, 8, Duration.ZERO, Duration.ofMillis(300));
    private static final PushConfig CONFIG =
            new PushConfig("127.0.0.1", 0, Optional.of("PUSH_TOKEN"), Optional.empty());
    private static final String TOKEN = "open-sesame";

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
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(Desk.rss("a one").getBytes(StandardCharsets.UTF_8));
            }
            var answer = send(request(push, "/push/coastwire")
                    .header("Content-Encoding", "gzip")
                    .POST(BodyPublishers.ofByteArray(packed.toByteArray())));
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(desk.items()).hasSize(1);
        }
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
    void takesSoManyAtOnce() throws Exception {
        var desk = Desk.open();
        var one = new Limits(
                4_000, Duration.ofSeconds(5), Duration.ofSeconds(2), 5, 1, Duration.ZERO, Duration.ofMillis(300));
        try (var push = new PushEndpoint(CONFIG, TOKEN, one, desk.handover);
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
            var config = new PushConfig("127.0.0.1", taken.getLocalPort(), Optional.of("T"), Optional.empty());
            assertThatThrownBy(() -> new PushEndpoint(config, TOKEN, LIMITS, Desk.open().handover))
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    private static PushEndpoint endpoint(Desk desk) {
        return new PushEndpoint(CONFIG, TOKEN, LIMITS, desk.handover);
    }

    private static URI at(PushEndpoint push, String path) {
        return URI.create("http://127.0.0.1:" + push.port() + path);
    }

    private static HttpRequest.Builder request(PushEndpoint push, String path) {
        return HttpRequest.newBuilder(at(push, path)).header("Authorization", "Bearer " + TOKEN);
    }

    private static HttpRequest.BodyPublisher text(String body) {
        return BodyPublishers.ofString(body);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
