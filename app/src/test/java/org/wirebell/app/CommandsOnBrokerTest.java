package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.model.Dead;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.model.Samples;
import org.wirebell.model.Topic;

/** The commands that look into topics, each as a user types it. */
class CommandsOnBrokerTest {
    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    private static final byte[] NO_WIRE = "\u0001\u0002 no wire, désolé".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void replaysRecordedItems() throws Exception {
        var rig = rig("replay");
        var input = Json.plain(News.toll("Kelmor", 1, 12)) + "\nnot json\n"
                + Json.plain(
                        Map.of("file", "x", "items", List.of(News.toll("Dantova", 1, 13), News.toll("Mirsel", 1, 14))))
                + "\n";
        var line = Line.with(input, "replay", "--config", config(rig));
        assertThat(line.exit()).isEqualTo(1);
        assertThat(line.err()).contains("line 2:", "3 items sent");
        assertThat(rig.records(rig.topics().items()))
                .hasSize(3)
                .allMatch(sent -> sent.key().equals(sent.value().family())
                        && sent.timestamp()
                                == sent.value().received().orElseThrow().toEpochMilli()
                        && !sent.value().backfill());

        var quiet = Line.with(
                "{\"id\":\"old\",\"headline\":\"Old news\"}\n",
                "replay",
                "--quiet",
                "--source",
                "attic",
                "--config",
                config(rig));
        assertThat(quiet.exit()).as(quiet.err()).isZero();
        assertThat(rig.values(rig.topics().items()).stream()
                        .filter(Item::backfill)
                        .map(Item::family))
                .containsExactly("attic|old");
    }

    @Test
    void listsShowsAndRedrivesDeadLetters() throws Exception {
        var rig = rig("dead");
        var readable = News.rss("<item><guid>a</guid><title>Harbour calm</title></item>")
                .getBytes(StandardCharsets.UTF_8);
        var failed = News.toll("Kelmor", 1, 12);
        letter(
                rig,
                0,
                readable,
                Map.of(Dead.WHERE, "ingest", Dead.SOURCE, "pier", Dead.WHY, "broken", Dead.DETAIL, "pier: cut short"));
        letter(
                rig,
                1,
                NO_WIRE,
                Map.of(Dead.WHERE, "ingest", Dead.SOURCE, "coast", Dead.WHY, "unknown_format", Dead.DETAIL, "x"));
        letter(
                rig,
                2,
                Json.write(failed),
                Map.of(
                        Dead.STREAMS_PREFIX + "topic", rig.topics().items().name(),
                        Dead.STREAMS_PREFIX + "exception", "java.lang.IllegalStateException",
                        Dead.STREAMS_PREFIX + "message", "boom"));

        var list = Line.run("dead", "list", "--config", config(rig));
        assertThat(list.exit()).as(list.err()).isZero();
        assertThat(list.json())
                .hasSize(3)
                .anySatisfy(letter -> assertThat(letter)
                        .containsEntry("position", "0:0")
                        .containsEntry("where", "ingest")
                        .containsEntry("source", "pier")
                        .containsEntry("why", "broken")
                        .containsEntry("detail", "pier: cut short")
                        .containsEntry("bytes", readable.length));
        assertThat(list.json())
                .anySatisfy(letter -> assertThat(letter)
                        .containsEntry("position", "2:0")
                        .containsEntry("where", rig.topics().items().name())
                        .containsEntry("detail", "boom"));

        var show = Line.run("dead", "show", "--config", config(rig), "1:0");
        assertThat(show.exit()).isZero();
        assertThat(show.out().getBytes(StandardCharsets.UTF_8)).isEqualTo(NO_WIRE);

        for (var command : List.of("show", "redrive")) {
            var nowhere = Line.run("dead", command, "--config", config(rig), "1:7");
            assertThat(nowhere.exit()).isEqualTo(1);
            assertThat(nowhere.err()).contains("no dead letter stands at 1:7");
        }

        var one = Line.run("dead", "redrive", "--config", config(rig), "0:0");
        assertThat(one.exit()).as(one.err()).isZero();
        assertThat(one.err()).contains("1 put through again, 0 still unreadable");
        assertThat(rig.values(rig.topics().items()).stream().map(Item::family)).containsExactly("pier|a");

        var all = Line.run("dead", "redrive", "--config", config(rig));
        assertThat(all.exit()).isEqualTo(1);
        assertThat(all.err()).contains("2 put through again, 1 still unreadable");
        assertThat(rig.values(rig.topics().items())).contains(failed);
    }

    @Test
    void exportsFiguresAsCsv() throws Exception {
        var rig = rig("export");
        put(rig, rig.topics().updates(), Samples.update().series().key(), Samples.update());
        var csv = Line.run("export", "--config", config(rig));
        assertThat(csv.exit()).as(csv.err()).isZero();
        var rows = csv.out().split("\r\n");
        assertThat(rows).hasSize(2);
        assertThat(rows[0])
                .startsWith("series,reported_at,as_of,change,place")
                .contains(",killed,", ",claimant,", ",sentence");
        assertThat(rows[1]).contains("harbour office", ",31,", "At least 31 people died when the Marla Star sank");

        var hxl = Line.run("export", "--hxl", "--config", config(rig)).out().split("\r\n");
        assertThat(hxl).hasSize(3);
        assertThat(hxl[1]).contains("#affected+killed", "#date+reported", "#loc+name");
        assertThat(hxl[1].split(",")).hasSameSizeAs(hxl[0].split(","));
    }

    @Test
    void listsTheHealthOfTheSources() throws Exception {
        var rig = rig("feeds");
        put(rig, rig.topics().feeds(), "coastwire", Samples.feed());
        var list = Line.run("feeds", "list", "--config", config(rig));
        assertThat(list.exit()).as(list.err()).isZero();
        assertThat(list.out().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("coastwire  ok ")
                .contains("  12");
        assertThat(Line.run("feeds", "list", "--json", "--config", config(rig)).json())
                .singleElement()
                .satisfies(feed ->
                        assertThat(feed).containsEntry("source", "coastwire").containsEntry("items", 12));
    }

    @Test
    void saysWhichTopicIsNotThere() throws Exception {
        var config = Files.writeString(
                folder.resolve("fresh.yaml"),
                "kafka: {bootstrap: \"" + BROKER.bootstrap() + "\", prefix: \"fresh.\"}\n");
        var line = Line.run("dead", "list", "--config", config.toString());
        assertThat(line.exit()).isEqualTo(1);
        assertThat(line.err()).contains("there is no topic fresh.dead").doesNotContain("\tat ");
    }

    private Rig rig(String name) throws InterruptedException {
        return Rig.of(BROKER, "command-" + name, folder);
    }

    private String config(Rig rig) throws IOException {
        return Files.writeString(folder.resolve("wirebell.yaml"), rig.settings(""))
                .toString();
    }

    private static <V> void put(Rig rig, Topic<String, V> topic, String key, V value) {
        try (var producer = new KafkaProducer<>(
                rig.kafka(), topic.keys().serializer(), topic.values().serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, value));
        }
    }

    private static void letter(Rig rig, int partition, byte[] value, Map<String, String> headers) {
        var record = new ProducerRecord<>(
                rig.topics().dead().name(), partition, "key".getBytes(StandardCharsets.UTF_8), value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<>(rig.kafka(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record);
        }
    }
}
