package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;
import org.wirebell.model.Dead;
import org.wirebell.model.Item;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Update;

/** The processor against a real broker with three partitions. */
class ProcessorOnBrokerTest {
    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    private static final int STEPS = 4;

    @TempDir
    static Path folder;

    private static Rig rig;
    private static Station station;

    @BeforeAll
    static void start() throws Exception {
        rig = Rig.of(BROKER, "processor", folder);
        station = rig.start(EnumSet.of(Role.PROCESS), "", System.err);
    }

    @AfterAll
    static void close() {
        station.close();
    }

    @Test
    void keepsTheOrderOfEachSeriesOverSeveralPartitions() {
        var towns = List.of("Kelmor", "Dantova", "Mirsel", "Norbak", "Parvel", "Rusmin", "Selbor", "Tornev");
        var items = new ArrayList<Item>();
        for (int step = 1; step <= STEPS; step++) {
            for (var town : towns) {
                items.add(News.toll(town, step, 3 + 5 * step));
            }
        }
        rig.send(items.toArray(Item[]::new));
        var ids = items.stream().map(Item::id).collect(Collectors.toSet());
        rig.until(
                "all updates",
                () -> rig.values(rig.topics().updates()).stream()
                                .filter(update -> ids.contains(update.item()))
                                .count()
                        == items.size());

        var updates = rig.records(rig.topics().updates()).stream()
                .filter(record -> ids.contains(record.value().item()))
                .collect(Collectors.groupingBy(ConsumerRecord::key));
        assertThat(updates).hasSameSizeAs(towns);
        updates.values().forEach(ofOne -> {
            assertThat(ofOne.stream().map(ConsumerRecord::partition).distinct()).hasSize(1);
            assertThat(ofOne.stream().map(record -> record.value().kind()))
                    .containsExactly(Update.Kind.FIRST, Update.Kind.HIGHER, Update.Kind.HIGHER, Update.Kind.HIGHER);
            assertThat(ofOne.stream().map(record -> record.value().value().orElseThrow()))
                    .containsExactly(8L, 13L, 18L, 23L);
        });
        assertThat(updates.values().stream()
                        .map(ofOne -> ofOne.getFirst().partition())
                        .distinct())
                .hasSizeGreaterThan(1);
        var entries = new HashMap<String, LedgerEntry>();
        rig.records(rig.topics().ledger()).forEach(record -> entries.put(record.key(), record.value()));
        assertThat(updates.keySet())
                .allMatch(series -> entries.get(series).best().equals(Optional.of(23L)));
        var findings = rig.records(rig.topics().findings()).stream()
                .map(record -> record.value().item());
        assertThat(findings.filter(items::contains)).hasSameSizeAs(items).doesNotHaveDuplicates();
    }

    @Test
    void readsARepeatOnce() {
        var item = News.toll("Velmar", 1, 11);
        rig.send(item, item, item, News.toll("Velmar", 2, 12));
        rig.until("the second version", () -> updates("Velmar").size() == 2);
        assertThat(updates("Velmar").stream()
                        .map(record -> record.value().value().orElseThrow()))
                .containsExactly(11L, 12L);
    }

    @Test
    void setsPoisonAsideAndGoesOn() {
        var town = "Brosk";
        var family = News.toll(town, 1, 9).family();
        var poison = List.of("{\"id\": broken", "{\"schema\":\"wirebell.alert\",\"id\":\"x\"}", "\u0000\u0001");
        rig.send(News.toll(town, 1, 9));
        poison.forEach(text -> rig.sendRaw(rig.topics().items().name(), family, text.getBytes(StandardCharsets.UTF_8)));
        rig.send(News.toll(town, 2, 14));

        rig.until("what follows the poison", () -> updates(town).size() == 2);
        rig.until("the poison set aside", () -> rig.values(rig.topics().dead()).size() >= poison.size());
        var dead = rig.records(rig.topics().dead());
        assertThat(dead.stream().map(record -> new String(record.value(), StandardCharsets.UTF_8)))
                .containsExactlyElementsOf(poison);
        assertThat(dead).allSatisfy(record -> {
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(family);
            assertThat(header(record, "topic")).isEqualTo(rig.topics().items().name());
            assertThat(header(record, "exception")).isNotEmpty();
        });
        assertThat(dead.stream().map(record -> header(record, "message")).distinct())
                .hasSize(poison.size());
        assertThat(station.failure()).isNotDone();
    }

    @Test
    void strikesWhatAKilledItemSaid() {
        var town = "Ostrel";
        rig.send(News.toll(town, 1, 21), News.kill(town, 2, "Mine collapses in " + town));
        rig.until("the retraction", () -> updates(town).size() == 2);
        assertThat(updates(town).getLast().value().kind()).isEqualTo(Update.Kind.RETRACTED);
        assertThat(entry(updates(town).getLast().key()).state()).isEqualTo(LedgerEntry.State.EMPTY);
    }

    @Test
    void aPersonReleasesAHeldNumber() throws Exception {
        var town = "Pelmar";
        var held = hold(town);
        var line = Line.run("held", "release", held, "--by", "night desk", "--note", "seen", "--config", config());
        assertThat(line.exit()).as(line.err()).isZero();
        rig.until(
                "the release",
                () -> updates(town).stream().anyMatch(update -> update.value().kind() == Update.Kind.HIGHER));
        var higher = updates(town).stream()
                .map(ConsumerRecord::value)
                .filter(update -> update.kind() == Update.Kind.HIGHER)
                .findFirst()
                .orElseThrow();
        assertThat(higher.value()).contains(4_000L);
        assertThat(higher.previous()).contains(60L);
        assertThat(higher.why()).endsWith("; released by night desk: seen");
        assertThat(higher.cause()).isPresent();
        assertThat(entry(higher.series().key()).held()).isEmpty();
        assertThat(entry(higher.series().key()).best()).contains(4_000L);
        assertThat(rig.values(rig.topics().audit()))
                .anyMatch(audit ->
                        audit.actor().equals("night desk") && audit.target().endsWith(held));
    }

    @Test
    void aPersonRejectsAHeldNumber() throws Exception {
        var town = "Quilmar";
        var held = hold(town);
        var line = Line.run("held", "reject", held, "--by", "night desk", "--config", config());
        assertThat(line.exit()).as(line.err()).isZero();
        rig.until("the rejection", () -> updates(town).size() == 3);
        var rejected = updates(town).getLast().value();
        assertThat(rejected.kind()).isEqualTo(Update.Kind.RETRACTED);
        assertThat(rejected.value()).contains(60L);
        assertThat(rejected.previous()).isEmpty();
        assertThat(entry(rejected.series().key()).held()).isEmpty();
        assertThat(entry(rejected.series().key()).best()).contains(60L);
    }

    @Test
    void rulesOnNothingThatIsNotThere() throws Exception {
        var line = Line.run("held", "release", "nosuchclaim", "--by", "night desk", "--config", config());
        assertThat(line.exit()).isEqualTo(1);
        assertThat(line.err()).contains("no claim nosuchclaim is held or stands");
    }

    /** Sends a toll that is far too high, and finds its claim in the list of those that wait. */
    private String hold(String town) throws Exception {
        rig.send(News.toll(town, 1, 60), News.toll(town, 2, 4_000));
        rig.until("the held number", () -> updates(town).size() == 2);
        assertThat(updates(town).getLast().value().kind()).isEqualTo(Update.Kind.HELD);
        var claim = updates(town).getLast().value().claim();
        rig.until(
                "its entry", () -> !entry(updates(town).getLast().key()).held().isEmpty());
        var list = Line.run("held", "list", "--config", config());
        assertThat(list.out()).contains("\"claim\":\"" + claim + "\"", "4000", "far above every step");
        return claim;
    }

    private static String config() throws Exception {
        return Files.writeString(folder.resolve("held.yaml"), rig.settings("")).toString();
    }

    private static List<ConsumerRecord<String, Update>> updates(String town) {
        return rig.records(rig.topics().updates()).stream()
                .filter(record -> record.value().item().equals("urn:coast:" + town))
                .toList();
    }

    private static LedgerEntry entry(String series) {
        return rig.records(rig.topics().ledger()).stream()
                .filter(record -> record.key().equals(series))
                .map(ConsumerRecord::value)
                .reduce((_, newer) -> newer)
                .orElseThrow();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(
                record.headers().lastHeader(Dead.STREAMS_PREFIX + name).value(), StandardCharsets.UTF_8);
    }
}
