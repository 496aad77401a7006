package org.wirebell.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.alerts.decide.News.asking;
import static org.wirebell.alerts.decide.News.change;
import static org.wirebell.alerts.decide.News.finding;
import static org.wirebell.alerts.decide.News.item;
import static org.wirebell.alerts.decide.News.rule;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.alerts.decide.News;
import org.wirebell.alerts.decide.Orders;
import org.wirebell.alerts.decide.RuleBook;
import org.wirebell.model.Item;
import org.wirebell.model.Notice;
import org.wirebell.model.Topic;
import org.wirebell.model.Topics;
import org.wirebell.model.Update;
import org.wirebell.model.trace.Recorded;
import org.wirebell.model.trace.Traces;

/** What the planner tells in the trace of an item, and which notices belong to it. */
class AlertTracesTest {
    private static final Topics TOPICS = Topics.standard();

    @TempDir
    private Path folder;

    private final Recorded recorded = new Recorded();
    private final RuleBook book = new RuleBook(List.of(rule(asking("first, rise 10")), rule("ferries", "ferry")));
    private TopologyTestDriver driver = new TopologyTestDriver(new Topology());

    @AfterEach
    void stop() {
        driver.close();
        book.close();
    }

    @Test
    void aRuleThatSpeaksIsAStepAndItsNoticesGoOn() {
        start(recorded.traces());
        send("a", "Ferry sinks, 20 dead", 1);

        var span = recorded.span("decide");
        assertThat(span.getTraceId()).isEqualTo(trace(1));
        var alerts = records(TOPICS.alerts());
        assertThat(recorded.facts("decide"))
                .isEqualTo(Map.of(
                        "wirebell.rule",
                        "ferries",
                        "wirebell.alert",
                        alerts.getFirst().key(),
                        "wirebell.revision",
                        1L,
                        "wirebell.notices",
                        2L,
                        "wirebell.outcome",
                        "told",
                        "wirebell.why",
                        ""));
        assertThat(alerts).extracting(AlertTracesTest::parent).containsExactly(as(span));
        assertThat(records(TOPICS.notices()))
                .hasSize(2)
                .allMatch(notice -> parent(notice).equals(as(span)))
                .allMatch(notice -> notice.value().more().isEmpty());
    }

    @Test
    void aRuleThatIsSilentSaysWhy() {
        start(recorded.traces());
        var first = item("a", "1", "x");
        var second = item("b", "1", "x");
        send(TOPICS.updates(), key(), change(Update.Kind.FIRST, first).value(20).update(), "");
        send(
                TOPICS.updates(),
                key(),
                change(Update.Kind.HIGHER, second).value(25).previous(20).update(),
                from(1));
        assertThat(recorded.facts("decide"))
                .containsEntry("wirebell.rule", "toll")
                .containsEntry("wirebell.notices", 0L)
                .containsEntry("wirebell.outcome", "silent")
                .containsEntry("wirebell.why", "minor");
    }

    @Test
    void aNoticeThatWaitsKeepsItsTrace() {
        start(recorded.traces());
        for (int i = 1; i <= 4; i++) {
            send("f" + i, "Ferry " + i + " sinks", i);
        }
        var held = recorded.spans().stream()
                .filter(span -> span.getTraceId().equals(trace(4)))
                .findFirst()
                .orElseThrow();
        var before = records(TOPICS.notices());
        assertThat(before)
                .noneMatch(notice -> desk(notice.value()) && parent(notice).equals(as(held)));

        driver.advanceWallClockTime(Duration.ofHours(1));
        var released = records(TOPICS.notices());
        assertThat(released).hasSize(1).allMatch(notice -> desk(notice.value()));
        assertThat(released.getFirst().value().more()).isEqualTo(Map.of(Traces.PARENT, as(held)));
        assertThat(released.getFirst().headers().toArray()).isEmpty();
        assertThat(recorded.spans()).extracting(SpanData::getName).containsOnly("decide");
    }

    @Test
    void withoutATraceNothingIsRecordedAndNoHeaderWritten() {
        for (var traces : List.of(recorded.traces(), Traces.OFF)) {
            start(traces);
            var ferry = item("a", "1", "Ferry sinks, 20 dead");
            send(TOPICS.findings(), ferry.family(), finding(ferry), "");
            assertThat(records(TOPICS.alerts()))
                    .isNotEmpty()
                    .allMatch(it -> it.headers().toArray().length == 0);
            assertThat(records(TOPICS.notices()))
                    .isNotEmpty()
                    .allMatch(it -> it.headers().toArray().length == 0)
                    .allMatch(it -> it.value().more().isEmpty());
        }
        assertThat(recorded.spans()).isEmpty();
    }

    private static boolean desk(Notice notice) {
        return notice.receiver().equals("desk");
    }

    private static String trace(int number) {
        return String.format("%032x", number);
    }

    private static String from(int number) {
        return "00-" + trace(number) + "-b7ad6b7169203331-01";
    }

    private static String as(SpanData span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-01";
    }

    private static String parent(TestRecord<String, ?> record) {
        return Traces.parent(record.headers());
    }

    private static String key() {
        return News.series("all").key();
    }

    private void send(String id, String headline, int trace) {
        Item item = item(id, "1", headline);
        send(TOPICS.findings(), item.family(), finding(item), from(trace));
    }

    private <V> void send(Topic<String, V> topic, String key, V value, String parent) {
        driver.createInputTopic(
                        topic.name(), topic.keys().serializer(), topic.values().serializer())
                .pipeInput(new TestRecord<>(key, value, Traces.headers(parent), News.T0));
    }

    private <V> List<TestRecord<String, V>> records(Topic<String, V> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        topic.keys().deserializer(),
                        topic.values().deserializer())
                .readRecordsToList();
    }

    private void start(Traces traces) {
        driver.close();
        var d = AlertsConfig.defaults();
        var config = new AlertsConfig(
                d.applicationId(),
                d.instanceId(),
                folder.resolve(traces == Traces.OFF ? "off" : "on"),
                d.threads(),
                List.of(),
                Map.of(),
                d.receivers(),
                d.delivery());
        var meters = new AlertsMeters(new SimpleMeterRegistry(), InstantSource.fixed(News.T0.plusSeconds(90)));
        var settings = StreamsSettings.of(config, Map.of("bootstrap.servers", "none:1"), TOPICS, meters);
        var properties = new Properties();
        properties.putAll(settings);
        driver = new TopologyTestDriver(
                AlertTopology.build(settings, TOPICS, () -> Orders.of(book), meters, traces), properties, News.T0);
    }
}
