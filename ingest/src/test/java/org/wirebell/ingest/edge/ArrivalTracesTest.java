package org.wirebell.ingest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.model.Samples.T0;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.NetworkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirebell.ingest.web.Limits;
import org.wirebell.model.Item;
import org.wirebell.model.Samples;
import org.wirebell.model.trace.Recorded;
import org.wirebell.model.trace.Traces;

/** The trace of an item begins with its arrival, and ends there when the broker does not take it. */
@Timeout(60)
class ArrivalTracesTest {
    private static final String SENDER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicReference<Instant> now = new AtomicReference<>(T0);
    private final Recorded recorded = new Recorded();
    private final Desk desk = Desk.traced(recorded.traces(), now::get);

    /** Sends, and lets the broker answer two seconds after the arrival. */
    private List<Item> sent(Desk desk, Optional<RuntimeException> refusal) {
        var item = Samples.item().arrived(T0, false);
        var unsent = CompletableFuture.supplyAsync(() -> {
            try {
                return desk.handover.outbox().send(List.of(item), PATIENCE);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        desk.awaitSent(1);
        now.set(T0.plusSeconds(2));
        assertThat(refusal.map(desk.broker::errorNext).orElseGet(desk.broker::completeNext))
                .isTrue();
        return unsent.join();
    }

    @Test
    void lastsFromTheArrivalToTheAcknowledgement() {
        assertThat(sent(desk, Optional.empty())).isEmpty();
        var span = recorded.span("receive");
        assertThat(Duration.ofNanos(span.getEndEpochNanos() - span.getStartEpochNanos()))
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(parent(desk)).contains(span.getTraceId() + "-" + span.getSpanId());
    }

    @Test
    void failsWhenTheBrokerDoesNotTakeIt() {
        assertThat(sent(desk, Optional.of(new NetworkException("gone")))).hasSize(1);
        var span = recorded.span("receive");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getStatus().getDescription()).isEmpty();
    }

    @Test
    void whatIsNotTracedHasNoHeader() {
        var unsampled = new Recorded(Sampler.parentBased(Sampler.alwaysOff()));
        for (var traces : List.of(Traces.OFF, unsampled.traces())) {
            var other = Desk.traced(traces, now::get);
            sent(other, Optional.empty());
            assertThat(other.broker.history())
                    .hasSize(1)
                    .allMatch(it -> it.headers().toArray().length == 0);
        }
        assertThat(unsampled.spans()).isEmpty();
    }

    @Test
    void aPushGoesOnWithTheTraceOfItsSender() throws Exception {
        assertThat(pushed(SENDER + "01")).contains("0af7651916cd43dd8448eb211c80319c");
        assertThat(recorded.span("receive").getParentSpanId()).isEqualTo("b7ad6b7169203331");
    }

    @Test
    void aPushWhoseSenderRecordsNothingBeginsATraceOfItsOwn() throws Exception {
        assertThat(pushed(SENDER + "00")).hasSize(55).doesNotContain("0af7651916cd43dd8448eb211c80319c");
    }

    /** What the item carries that came with this header. */
    private String pushed(String parent) throws Exception {
        var config = new PushConfig(
                "127.0.0.1",
                0,
                Optional.of("PUSH_TOKEN"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        var keys = PushKeys.of(config, _ -> Optional.of("open-sesame"));
        var push = new PushEndpoint(keys, Limits.defaults(), desk.handover);
        try (var door = new HttpDoor("127.0.0.1", 0, List.of(push));
                var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + "/push/coastwire"))
                    .header("Authorization", "Bearer open-sesame")
                    .header("traceparent", parent)
                    .POST(BodyPublishers.ofString(Desk.rss("a one")))
                    .build();
            var answer = client.sendAsync(request, BodyHandlers.ofString());
            desk.awaitSent(1);
            assertThat(desk.broker.completeNext()).isTrue();
            assertThat(answer.join().statusCode()).isEqualTo(202);
            return parent(desk);
        }
    }

    private static String parent(Desk desk) {
        return Traces.parent(desk.sent(Desk.TOPICS.items().name()).getFirst().headers());
    }
}
