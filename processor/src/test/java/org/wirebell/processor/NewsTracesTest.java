package org.wirebell.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.model.Topic;
import org.wirebell.model.Topics;
import org.wirebell.model.trace.Recorded;
import org.wirebell.model.trace.Traces;
import org.wirebell.processor.ledger.Claims;
import org.wirebell.processor.ledger.Ledger;
import org.wirebell.processor.ledger.LedgerConfig;
import org.wirebell.processor.ledger.Scenario;

/** What an item leaves in its trace on its way through the processor, and in the headers of what comes of it. */
class NewsTracesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T05:00:00Z");
    private static final Topics TOPICS = Topics.standard();
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String RECEIVED = "00-" + TRACE + "-b7ad6b7169203331-01";
    private static final String FERRY = "1 06:00 | coast/f1 | A ferry sank and 20 died. | killed 20 people";

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final Recorded recorded = new Recorded();
    private TopologyTestDriver driver = new TopologyTestDriver(new org.apache.kafka.streams.Topology());

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void everyStepIsTheChildOfTheOneBefore() {
        start(recorded.traces());
        send(item(FERRY, Map.of()), RECEIVED);

        assertThat(recorded.way()).containsExactly("read", "read > join", "join > keep");
        assertThat(recorded.spans()).extracting(SpanData::getTraceId).containsOnly(TRACE);
        assertThat(recorded.span("read").getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(recorded.facts("read")).isEqualTo(Map.of("wirebell.outcome", "new", "wirebell.figures", 1L));
        assertThat(recorded.facts("join"))
                .containsEntry("wirebell.outcome", "original")
                .containsEntry("wirebell.claims", 1L)
                .containsOnlyKeys("wirebell.outcome", "wirebell.claims", "wirebell.story");
        assertThat(recorded.facts("keep")).isEqualTo(Map.of("wirebell.updates", 1L));
    }

    @Test
    void whatComesOfItCarriesTheStepThatMadeIt() {
        start(recorded.traces());
        send(item(FERRY, Map.of()), RECEIVED);

        assertThat(parents(TOPICS.findings())).containsExactly(as("join"));
        assertThat(parents(TOPICS.stories())).containsOnly(as("join"));
        assertThat(parents(TOPICS.ledger())).containsExactly(as("keep"));
        assertThat(parents(TOPICS.updates())).containsExactly(as("keep"));
    }

    @Test
    void aRepeatEndsWhereItIsDropped() {
        start(recorded.traces());
        send(item(FERRY, Map.of()), "");
        send(item(FERRY, Map.of()), RECEIVED);
        assertThat(recorded.way()).containsExactly("read");
        assertThat(recorded.facts("read")).isEqualTo(Map.of("wirebell.outcome", "repeat"));
    }

    @Test
    void theTraceOfAnEmbargoedItemGoesOnWhenItsHourHasCome() {
        start(recorded.traces());
        send(item(FERRY, Map.of("embargoed", NOW.plusSeconds(3_600).toString())), RECEIVED);
        assertThat(recorded.facts("read")).isEqualTo(Map.of("wirebell.outcome", "held"));

        now.updateAndGet(before -> before.plusSeconds(3_601));
        driver.advanceWallClockTime(Duration.ofSeconds(3_601));
        assertThat(recorded.way()).containsExactly("read", "read > read", "read > join", "join > keep");
        assertThat(recorded.spans()).extracting(SpanData::getTraceId).containsOnly(TRACE);
        var finding = records(TOPICS.findings()).getFirst().value();
        assertThat(finding.item().more()).doesNotContainKey(Traces.PARENT);
    }

    @Test
    void aStepThatEndsAmongTheDeadLettersHasFailed() {
        start(recorded.traces());
        send(item("1 06:00 | coast/boom | This one makes the extractor fail. | ", Map.of()), RECEIVED);
        assertThat(recorded.failed("read")).isTrue();
    }

    @Test
    void withoutATraceNothingIsRecordedAndNoHeaderWritten() {
        for (var traces : List.of(recorded.traces(), Traces.OFF)) {
            start(traces);
            send(item(FERRY, Map.of()), "");
            for (var topic : List.of(TOPICS.findings(), TOPICS.stories(), TOPICS.ledger(), TOPICS.updates())) {
                assertThat(records(topic))
                        .isNotEmpty()
                        .allMatch(record -> record.headers().toArray().length == 0);
            }
        }
        assertThat(recorded.spans()).isEmpty();
    }

    @Test
    void whereTracesAreOffThoseOfOthersPass() {
        start(Traces.OFF);
        send(item(FERRY, Map.of()), RECEIVED);
        assertThat(parents(TOPICS.findings())).containsExactly(RECEIVED);
        assertThat(parents(TOPICS.updates())).containsExactly(RECEIVED);
    }

    private String as(String span) {
        return "00-" + TRACE + "-" + recorded.span(span).getSpanId() + "-01";
    }

    private void start(Traces traces) {
        driver.close();
        var config = LedgerConfig.defaults();
        var meters = new ProcessorMeters(new SimpleMeterRegistry());
        var settings = StreamsSettings.of(
                ProcessorConfig.defaults(),
                Map.of(
                        StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                        "nowhere:1",
                        StreamsConfig.STATE_DIR_CONFIG,
                        folder.resolve(traces == Traces.OFF ? "off" : "on").toString()),
                TOPICS,
                meters);
        var topology = NewsTopology.build(
                settings,
                ProcessorConfig.defaults(),
                TOPICS,
                NewsTracesTest::read,
                new Claims(config, Scenario.PLACES),
                new Ledger(config, Scenario.PLACES),
                meters,
                traces,
                now::get);
        var properties = new Properties();
        properties.putAll(settings);
        driver = new TopologyTestDriver(topology, properties, NOW);
    }

    private static Finding read(Item item) {
        if (item.id().equals("boom")) {
            throw new IllegalStateException("a bug, for once on purpose");
        }
        var finding = Scenario.finding(item.slug());
        return new Finding(item, "en", finding.places(), List.of(), finding.figures(), "", "", "coast", Map.of());
    }

    private static Item item(String line, Map<String, Object> more) {
        var fields = Json.map(Json.plain(Scenario.finding(line).item()));
        fields.put("slug", line);
        fields.putAll(more);
        return Json.read(Json.plain(fields), Item.class);
    }

    private void send(Item item, String parent) {
        var topic = TOPICS.items();
        driver.createInputTopic(
                        topic.name(), topic.keys().serializer(), topic.values().serializer())
                .pipeInput(new TestRecord<>(
                        item.family(),
                        item,
                        Traces.headers(parent),
                        item.received().orElseThrow()));
    }

    private <V> List<TestRecord<String, V>> records(Topic<String, V> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        topic.keys().deserializer(),
                        topic.values().deserializer())
                .readRecordsToList();
    }

    private List<String> parents(Topic<String, ?> topic) {
        return records(topic).stream()
                .map(TestRecord::headers)
                .map((Headers headers) -> Traces.parent(headers))
                .toList();
    }
}
