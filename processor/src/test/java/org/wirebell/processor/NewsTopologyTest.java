package org.wirebell.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.model.Finding;
import org.wirebell.model.Golden;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Topic;
import org.wirebell.model.Topics;
import org.wirebell.model.Update;
import org.wirebell.model.trace.Traces;
import org.wirebell.processor.ledger.Claims;
import org.wirebell.processor.ledger.Ledger;
import org.wirebell.processor.ledger.LedgerConfig;
import org.wirebell.processor.ledger.Scenario;

class NewsTopologyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T05:00:00Z");
    private static final Topics TOPICS = Topics.standard();

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private TopologyTestDriver driver;

    @BeforeEach
    void start() {
        var settings = settings();
        var properties = new Properties();
        properties.putAll(settings);
        driver = new TopologyTestDriver(topology(settings), properties, NOW);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void looksLikeThePicture() {
        Golden.check("news-topology.txt", topology(settings()).describe().toString());
    }

    @Test
    void keepsTheLedgerOfAnItem() {
        send("1 06:00 | coast/f1 | A ferry sank and 20 died. | killed 20 people");
        send("1 07:00 | coast/f2 | The ferry toll is 31. | killed 31 people");

        assertThat(Scenario.show(updates())).isEqualTo("first 20, higher 31 from 20");
        var entries = values(TOPICS.ledger());
        assertThat(entries).extracting(e -> e.best().orElseThrow()).containsExactly(20L, 31L);
        assertThat(values(TOPICS.findings())).hasSize(2);
        assertThat(registry.get("wirebell.updates.made")
                        .tag("kind", "higher")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void anUpdateCarriesItsCause() {
        send("1 06:00 | coast/f1 | A ferry sank and 20 died. | killed 20 people");
        var update = updates().getFirst();
        assertThat(update.cause().orElseThrow().item().id()).isEqualTo("f1");
        assertThat(update.evidence().sentence()).isEqualTo("A ferry sank and 20 died.");
        assertThat(update.evidence().sentence().substring(update.evidence().quoteInSentence()))
                .startsWith("20 died");
    }

    @Test
    void countsStoriesThatBecomePartOfAnother() {
        assertThat(registry.get("wirebell.story.merged").counter().count()).isZero();
        send("1 06:00 | coast/d1 | Engineers found cracks in the dam at Vessel Rock, the water board said. | ");
        send("1 06:10 | bay/d2 | Families were told to leave Lower Marlo by nightfall. | ");
        send("1 06:20 | isle/d3 | Cracks in the dam at Vessel Rock forced families to leave Lower Marlo by nightfall,"
                + " the water board said. | ");
        send("1 06:30 | cape/d4 | Families left Lower Marlo below the dam at Vessel Rock, where engineers found more"
                + " cracks. | ");
        var gone = values(TOPICS.stories()).stream().filter(org.wirebell.model.Story::gone);
        assertThat(gone).hasSize(1);
        assertThat(registry.get("wirebell.story.merged").counter().count()).isEqualTo(1);
    }

    @Test
    void dropsRepeatsWithinTheWindow() {
        var line = "1 06:00 | coast/f1 | A ferry sank and 20 died. | killed 20 people";
        send(line);
        send(line);
        assertThat(values(TOPICS.findings())).hasSize(1);
        assertThat(registry.get("wirebell.items.processed")
                        .tag("outcome", "repeat")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aNewVersionAmendsAndAKillStrikes() {
        send("1 06:00 | coast/f1 | A ferry sank and 20 died. | killed 20 people");
        send("1 07:00 | coast/f1#2 | A ferry sank and 31 died. | killed 31 people");
        send("1 08:00 | coast/f1#1 | An older version comes late: 19 died on a ferry. | killed 19 people");
        send("1 09:00 | coast/f1#3 kill | Kill. | ");

        assertThat(Scenario.show(updates())).isEqualTo("first 20, higher 31 from 20, retracted nothing from 31");
        assertThat(values(TOPICS.ledger()).getLast().state()).isEqualTo(LedgerEntry.State.EMPTY);
    }

    @Test
    void aKillThatNamesAnotherItemStrikesThatOne() {
        send("1 06:00 | coast/f1#4 | A ferry sank and 20 died. | killed 20 people");
        send(item("1 07:00 | coast/notice kill | Kill the ferry story. | ", Map.of("replaces", List.of("f1"))));
        send("1 07:30 | coast/f1#3 | An older version comes late: 18 died on a ferry. | killed 18 people");
        assertThat(Scenario.show(updates())).isEqualTo("first 20, retracted nothing from 20");
    }

    @Test
    void anEmbargoedItemWaitsForItsHour() {
        var hour = NOW.plus(Duration.ofHours(2));
        send(embargoed("1 06:00 | coast/e1 | A ferry sank and 20 died. | killed 20 people", hour));
        pass(Duration.ofMinutes(119));
        assertThat(updates()).isEmpty();
        pass(Duration.ofMinutes(2));
        assertThat(Scenario.show(updates())).isEqualTo("first 20");
        pass(Duration.ofHours(5));
        assertThat(updates()).isEmpty();
    }

    @Test
    void whatWaitedBeforeAStartStillComesAtItsHour() {
        var item = embargoed(
                "1 06:00 | coast/e1 | A ferry sank and 20 died. | killed 20 people", NOW.plus(Duration.ofHours(2)));
        driver.<String, Item>getKeyValueStore(HoldEmbargoed.STORE).put(item.family(), item); // as it was restored
        pass(Duration.ofMinutes(119));
        assertThat(updates()).isEmpty();
        pass(Duration.ofMinutes(2));
        assertThat(Scenario.show(updates())).isEqualTo("first 20");
    }

    @Test
    void anOpenEmbargoEndsWithARelease() {
        send(embargoed("1 06:00 | coast/e1 | A ferry sank and 20 died. | killed 20 people", Item.OPEN_EMBARGO));
        pass(Duration.ofDays(3));
        assertThat(updates()).isEmpty();
        send(embargoed(
                "4 08:00 | coast/e1#2 release | A ferry sank and 21 died. | killed 21 people", Item.OPEN_EMBARGO));
        pass(Duration.ofDays(3));
        assertThat(Scenario.show(updates())).isEqualTo("first 21");
    }

    @Test
    void anEmbargoedItemThatIsKilledNeverComes() {
        send(embargoed("1 06:00 | coast/e1 | A ferry sank and 20 died. | killed 20 people", NOW.plusSeconds(600)));
        send("1 06:10 | coast/e1#2 kill | Kill. | ");
        pass(Duration.ofHours(1));
        assertThat(updates()).isEmpty();
        assertThat(values(TOPICS.findings())).hasSize(1).allMatch(f -> f.item().killed());
    }

    @Test
    void poisonIsKeptAsideAndTheRestGoesOn() {
        var raw = driver.createInputTopic(
                TOPICS.items().name(),
                new StringSerializer(),
                new org.apache.kafka.common.serialization.ByteArraySerializer());
        raw.pipeInput("coast|x", "{not json".getBytes(StandardCharsets.UTF_8), NOW.toEpochMilli());
        send("1 06:00 | coast/boom | This one makes the extractor fail. | ");
        send("1 06:00 | coast/f1 | A ferry sank and 20 died. | killed 20 people");

        var dead = driver.createOutputTopic(
                        TOPICS.dead().name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
        assertThat(dead).hasSize(2);
        assertThat(new String(dead.getFirst().value(), StandardCharsets.UTF_8)).isEqualTo("{not json");
        assertThat(new String(dead.getLast().value(), StandardCharsets.UTF_8)).contains("\"id\":\"boom\"");
        assertThat(Scenario.show(updates())).isEqualTo("first 20");
        assertThat(registry.get("wirebell.records.dead")
                        .tag("step", "read")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("wirebell.records.dead")
                        .tag("step", "process")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whenAStoreFailsTheRecordIsNotToBlameAndTheProcessorStops() {
        assertThatExceptionOfType(StreamsException.class)
                .isThrownBy(() -> send("1 06:00 | coast/full | The disk of the store is full meanwhile. | "))
                .withStackTraceContaining("No space left on device");
        assertThat(driver.createOutputTopic(
                                TOPICS.dead().name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                        .isEmpty())
                .isTrue();
    }

    @Test
    void theSeriesOfASceneMeetInOnePartition() {
        var finding = Scenario.finding(
                "1 06:00 | c/f | A fire: 9 killed, 7 hurt. | killed 9 people; injured 7 people =Adelland");
        var reading = new Claims(LedgerConfig.defaults(), Scenario.PLACES).of(finding);
        var partitions = org.wirebell.processor.ledger.FamilyClaims.NONE.with(finding, reading).postings().stream()
                .map(p -> NewsTopology.sceneOf("claims", p.book(), p, 12))
                .distinct();
        assertThat(reading.claims()).extracting(c -> c.series().place()).containsExactly("al/port-adel", "al");
        assertThat(partitions).hasSize(1);
    }

    private Topology topology(Map<String, Object> settings) {
        var config = LedgerConfig.defaults();
        return NewsTopology.build(
                settings,
                ProcessorConfig.defaults(),
                TOPICS,
                extract(),
                new Claims(config, Scenario.PLACES),
                new Ledger(config, Scenario.PLACES),
                new ProcessorMeters(registry),
                Traces.OFF,
                now::get);
    }

    /** Gives back what {@link Scenario} wrote into the item, so that these flows do not depend on the grammar. */
    private static Function<Item, Finding> extract() {
        return item -> {
            if (item.id().equals("boom")) {
                throw new IllegalStateException("a bug, for once on purpose");
            }
            if (item.id().equals("full")) {
                throw new ProcessorStateException("No space left on device");
            }
            var finding = Scenario.finding(item.slug());
            return new Finding(
                    item, "en", finding.places(), List.of(), finding.figures(), "", "", finding.origin(), Map.of());
        };
    }

    private Map<String, Object> settings() {
        var settings = StreamsSettings.of(
                ProcessorConfig.defaults(),
                Map.of(
                        StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                        "nowhere:1",
                        StreamsConfig.STATE_DIR_CONFIG,
                        folder.toString(),
                        // the test driver loses dead letters of unreadable records under exactly_once; a broker does
                        // not
                        StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                        StreamsConfig.AT_LEAST_ONCE),
                TOPICS,
                new ProcessorMeters(registry));
        return settings;
    }

    private void send(String line) {
        send(item(line, Map.of()));
    }

    private static Item embargoed(String line, Instant until) {
        return item(line, Map.of("embargoed", until.toString()));
    }

    private static Item item(String line, Map<String, Object> more) {
        var fields = Json.map(Json.plain(Scenario.finding(line).item()));
        fields.put("slug", line);
        fields.putAll(more);
        return Json.read(Json.plain(fields), Item.class);
    }

    private void send(Item item) {
        var items = driver.createInputTopic(
                TOPICS.items().name(),
                TOPICS.items().keys().serializer(),
                TOPICS.items().values().serializer());
        items.pipeInput(item.family(), item, item.received().orElseThrow().toEpochMilli());
    }

    private void pass(Duration time) {
        now.updateAndGet(t -> t.plus(time));
        driver.advanceWallClockTime(time);
    }

    private List<Update> updates() {
        return values(TOPICS.updates());
    }

    private <V> List<V> values(Topic<String, V> topic) {
        TestOutputTopic<String, V> out = driver.createOutputTopic(
                topic.name(), topic.keys().deserializer(), topic.values().deserializer());
        return new ArrayList<>(out.readValuesToList());
    }
}
