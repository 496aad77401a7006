package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;
import org.wirebell.model.trace.Recorded;
import org.wirebell.model.trace.Step;

/** Webhook and Slack against a real server. */
class WebhookNotifierTest {
    private static final byte[] KEY = "thirty-two bytes of an old key!!".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEXT = "and the key that will replace it".getBytes(StandardCharsets.UTF_8);
    private static final InstantSource CLOCK = InstantSource.fixed(Notices.NOW);
    private static final SlackMessage LAYOUT = new SlackMessage(Headline.Size.FULL, false);
    private static final Notice NOTICE = Notices.notice("n1", "hook", "a1", 2, Notice.Kind.UPDATE);

    record Got(String path, Map<String, List<String>> headers, byte[] body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    private final BlockingQueue<Got> got = new LinkedBlockingQueue<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private HttpServer server;
    private Post post;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        post = new Post(new DeliveryConfig(true, Duration.ofSeconds(5), Duration.ofDays(7), List.of()), CLOCK);
    }

    @AfterEach
    void stop() {
        release.countDown();
        post.close();
        server.stop(0);
    }

    /** The path says what to answer: /429, /hang, /huge. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            got.add(new Got(
                    path,
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes()));
            switch (path) {
                case "/hang" -> release.await();
                case "/huge" -> endless(exchange);
                default -> {
                    exchange.getResponseHeaders().set("Retry-After", "7");
                    exchange.getResponseHeaders().set("Location", "/200");
                    var body = "said so".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(Integer.parseInt(path.substring(1)), body.length);
                    exchange.getResponseBody().write(body);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(500, 0);
        var block = "x".repeat(65_536).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 16_384; i++) {
            exchange.getResponseBody().write(block);
        }
    }

    private Delivery send(String path, Duration timeout) throws InterruptedException {
        return notifier(path, timeout, post).send(NOTICE, Optional.empty());
    }

    private WebhookNotifier notifier(String path, Duration timeout, Post by) {
        var url = HttpUrl.get("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return new WebhookNotifier(url, List.of(secret(KEY), secret(NEXT)), timeout, Headline.Size.FULL, by, CLOCK);
    }

    private static WebhookSecret secret(byte[] key) {
        return WebhookSecret.parse("whsec_" + Base64.getEncoder().encodeToString(key));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # status | delivery
            /200     | Sent[detail=HTTP 200, handle=, anew=false]
            /500     | Later[why=HTTP 500: said so, after=PT7S]
            /429     | Later[why=HTTP 429: said so, after=PT7S]
            /301     | Refused[why=redirect, detail=HTTP 301: said so]
            /400     | Refused[why=http_4xx, detail=HTTP 400: said so]
            /410     | Off[detail=HTTP 410: said so]
            """)
    void answersAreValues(String path, String delivery) throws InterruptedException {
        assertThat(send(path, Duration.ofSeconds(5)).toString()).isEqualTo(delivery);
        assertThat(got).hasSize(1);
    }

    @Test
    void tellsTheTraceOfATracedNoticeAndNoOther() throws InterruptedException {
        assertThat(send("/200", Duration.ofSeconds(5))).isInstanceOf(Delivery.Sent.class);
        assertThat(got.take().header("Traceparent")).isEmpty();
        var traces = new Recorded();
        traces.traces()
                .step(
                        Step.DELIVER,
                        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                        () -> send("/200", Duration.ofSeconds(5)));
        assertThat(got.take().header("Traceparent"))
                .isEqualTo("00-0af7651916cd43dd8448eb211c80319c-"
                        + traces.span("deliver").getSpanId() + "-01");
    }

    @Test
    void aReceiverThatHangsIsTriedLater() throws InterruptedException {
        assertThat(send("/hang", Duration.ofMillis(300)))
                .isEqualTo(new Delivery.Later("no answer from 127.0.0.1 within PT0.3S", Duration.ZERO));
    }

    @Test
    void aHugeReplyIsCut() throws InterruptedException {
        assertThat(send("/huge", Duration.ofSeconds(5)))
                .isInstanceOfSatisfying(
                        Delivery.Later.class,
                        later -> assertThat(later.why()).hasSizeLessThan(300).startsWith("HTTP 500: xxx"));
    }

    @Test
    void aReceiverThatIsAwayIsTriedLater() throws InterruptedException {
        server.stop(0);
        assertThat(send("/200", Duration.ofSeconds(5))).isInstanceOf(Delivery.Later.class);
    }

    @Test
    void aPrivateAddressIsRefusedUnlessAllowed() throws InterruptedException {
        try (var guarded = new Post(DeliveryConfig.defaults(), CLOCK)) {
            var literal = notifier("/200", Duration.ofSeconds(5), guarded).send(NOTICE, Optional.empty());
            assertThat(literal)
                    .isInstanceOfSatisfying(
                            Delivery.Refused.class, it -> assertThat(it.why()).isEqualTo("blocked"));
            var name = HttpUrl.get("http://localhost:" + server.getAddress().getPort() + "/200");
            var named = new SlackNotifier(name, LAYOUT, Duration.ofSeconds(5), guarded).send(NOTICE, Optional.empty());
            assertThat(named)
                    .isInstanceOfSatisfying(
                            Delivery.Refused.class,
                            it -> assertThat(it.detail()).startsWith("localhost is"));
        }
        assertThat(got).isEmpty();
    }

    @Test
    void isSignedOncePerSecret() throws InterruptedException, GeneralSecurityException {
        send("/200", Duration.ofSeconds(5));
        var request = got.take();
        assertThat(request.header("Webhook-id")).isEqualTo("n1");
        assertThat(request.header("Webhook-timestamp")).isEqualTo(Long.toString(Notices.NOW.getEpochSecond()));
        assertThat(request.header("Content-type")).startsWith("application/json");
        var signed = "n1." + Notices.NOW.getEpochSecond() + "." + new String(request.body(), StandardCharsets.UTF_8);
        assertThat(request.header("Webhook-signature"))
                .isEqualTo("v1," + mac(KEY, signed) + " v1," + mac(NEXT, signed));
        assertThat(Json.map(new String(request.body(), StandardCharsets.UTF_8)))
                .containsKeys("type", "timestamp", "data");
    }

    private static String mac(byte[] key, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void slackGetsBlocks() throws InterruptedException {
        var url = HttpUrl.get("http://127.0.0.1:" + server.getAddress().getPort() + "/200");
        assertThat(new SlackNotifier(url, LAYOUT, Duration.ofSeconds(5), post).send(NOTICE, Optional.empty()))
                .isEqualTo(new Delivery.Sent("HTTP 200"));
        assertThat(new String(got.take().body(), StandardCharsets.UTF_8)).isEqualTo(Json.plain(LAYOUT.of(NOTICE)));
    }
}
