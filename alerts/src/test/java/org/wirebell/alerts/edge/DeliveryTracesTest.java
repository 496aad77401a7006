package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebell.alerts.edge.Notices.notice;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;
import org.wirebell.model.trace.Recorded;
import org.wirebell.model.trace.Traces;

/** Each attempt is a step in the trace of its notice. */
class DeliveryTracesTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String DECIDED = "00-" + TRACE + "-b7ad6b7169203331-01";
    private static final Delivery.Refused REFUSED =
            new Delivery.Refused("http_4xx", "HTTP 403 from https://hooks.example/T0/secret-path");

    private final Recorded recorded = new Recorded();
    private final FakeKafka kafka = new FakeKafka(true, List.of());
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private Optional<Workers> workers = Optional.empty();

    @AfterEach
    void stop() {
        workers.ifPresent(Workers::close);
    }

    private void start(Traces traces, Delivery answer) {
        var config = DeliveryConfig.defaults();
        var channels = new Channels(config, Map.of(), Map.of(), () -> Notices.NOW, System.out, _ -> "");
        Notifier notifier = (_, _) -> {
            seen.add(Traces.current());
            return answer;
        };
        var other = new Channel(notifier, false, false, false, Pace.NONE, Optional.empty());
        var main = new Channel(notifier, false, false, false, Pace.NONE, Optional.of("other"));
        var started = new Workers(
                config,
                channels,
                Map.of("desk", main, "other", other),
                kafka.connections(),
                FakeKafka.TOPICS,
                new SimpleMeterRegistry(),
                traces,
                () -> Notices.NOW);
        started.begin(Settling.DONE);
        workers = Optional.of(started);
    }

    private void put(Notice notice, Headers headers) {
        kafka.put(Json.write(notice), headers);
    }

    private void awaitWritten(String... results) {
        await().untilAsserted(() -> assertThat(kafka.written()).containsExactly(results));
    }

    private static Notice first(String receiver) {
        return notice("n1", receiver, "alert-1", 1, Notice.Kind.NEW);
    }

    @Test
    void anAttemptGoesOnWithTheTraceOfItsRecord() {
        start(recorded.traces(), new Delivery.Sent("ok"));
        put(first("desk"), Traces.headers(DECIDED));
        awaitWritten("n1 SENT 1");
        var span = recorded.span("deliver");
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(recorded.failed("deliver")).isFalse();
        assertThat(recorded.facts("deliver"))
                .isEqualTo(Map.of(
                        "wirebell.receiver", "desk",
                        "wirebell.notice", "n1",
                        "wirebell.alert", "alert-1",
                        "wirebell.revision", 1L,
                        "wirebell.attempt", 1L,
                        "wirebell.outcome", "sent"));
        assertThat(seen).containsExactly("00-" + TRACE + "-" + span.getSpanId() + "-01");
    }

    @Test
    void aNoticeThatWaitedBringsItsTraceAlong() {
        start(recorded.traces(), new Delivery.Sent("ok"));
        put(first("desk").with(Map.of(Traces.PARENT, DECIDED)), new RecordHeaders());
        awaitWritten("n1 SENT 1");
        assertThat(recorded.span("deliver").getTraceId()).isEqualTo(TRACE);
    }

    @Test
    void aRefusalIsAnErrorThatTellsNoAddress() {
        start(recorded.traces(), REFUSED);
        put(first("other"), Traces.headers(DECIDED));
        awaitWritten("n1 REFUSED 1");
        var span = recorded.span("deliver");
        assertThat(recorded.failed("deliver")).isTrue();
        assertThat(recorded.facts("deliver"))
                .containsEntry("wirebell.outcome", "refused")
                .containsEntry("wirebell.why", "http_4xx");
        assertThat(span.toString()).doesNotContain("hooks.example").doesNotContain("secret-path");
    }

    @Test
    void anAttemptThatComesTooEarlyIsAnErrorToo() {
        start(recorded.traces(), new Delivery.Later("HTTP 503 from hooks.example", Duration.ZERO));
        put(first("desk"), Traces.headers(DECIDED));
        awaitWritten("n1 LATER 1");
        assertThat(recorded.facts("deliver")).containsEntry("wirebell.outcome", "later");
        assertThat(recorded.failed("deliver")).isTrue();
    }

    @Test
    void theFallbackGoesOnWithTheTrace() {
        start(recorded.traces(), REFUSED);
        put(first("desk"), Traces.headers(DECIDED));
        awaitWritten("n1 REFUSED 1");
        assertThat(kafka.planned()).hasSize(1).allMatch(it -> DECIDED.equals(Traces.parent(it.more())));
    }

    @Test
    void withoutATraceNothingIsRecorded() {
        start(Traces.OFF, new Delivery.Sent("ok"));
        put(first("desk"), Traces.headers(DECIDED));
        awaitWritten("n1 SENT 1");
        assertThat(seen).containsExactly("");
    }

    @Test
    void anotherNoticeOfNoTraceLeavesNone() {
        start(recorded.traces(), new Delivery.Sent("ok"));
        put(first("desk"), new RecordHeaders());
        awaitWritten("n1 SENT 1");
        assertThat(recorded.spans()).extracting(SpanData::getName).isEmpty();
    }
}
