package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;
import org.wirebell.model.Dead;
import org.wirebell.model.Item;

/** Documents that come by a Kafka topic, against a real broker. */
class TopicInOnBrokerTest {
    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    @TempDir
    Path folder;

    @Test
    void takesEachRecordOnceAcrossARestart() throws Exception {
        var rig = Rig.of(BROKER, "topic-in", folder);
        create(rig, "agency-topic-in");
        rig.sendRaw("agency-topic-in", "k1", document("a"));
        try (var station = start(rig)) {
            rig.until("the first", () -> rig.values(rig.topics().items()).size() == 1);
            rig.sendRaw("agency-topic-in", "k2", document("b"));
            rig.sendRaw("agency-topic-in", "k3", "no document of any kind".getBytes(StandardCharsets.UTF_8));
            rig.sendRaw("agency-topic-in", "k1", document("c"));
            rig.until("the third", () -> rig.values(rig.topics().items()).size() == 3);
            rig.until("in order", () -> station.sources().getFirst().items() == 3);
        }
        rig.sendRaw("agency-topic-in", "k4", document("d"));
        try (var _ = start(rig)) {
            rig.until("the fourth", () -> rig.values(rig.topics().items()).size() == 4);
        }
        var items = rig.values(rig.topics().items());
        assertThat(items.stream().map(Item::family))
                .containsExactlyInAnyOrder("agency|a", "agency|b", "agency|c", "agency|d");
        assertThat(items.stream().filter(Item::backfill).map(Item::id))
                .as("lay there at first sight")
                .containsExactly("a");
        var dead = rig.records(rig.topics().dead());
        assertThat(dead).hasSize(1);
        assertThat(new String(dead.getFirst().key(), StandardCharsets.UTF_8)).isEqualTo("k3");
        assertThat(new String(dead.getFirst().value(), StandardCharsets.UTF_8)).isEqualTo("no document of any kind");
        assertThat(new String(dead.getFirst().headers().lastHeader(Dead.SOURCE).value(), StandardCharsets.UTF_8))
                .isEqualTo("agency");
    }

    @Test
    void takesNothingOfATransactionThatWasAborted() throws Exception {
        var rig = Rig.of(BROKER, "topic-in-aborted", folder);
        create(rig, "agency-topic-in-aborted");
        var settings = new java.util.HashMap<>(rig.kafka());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "agency-writer");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("agency-topic-in-aborted", document("never")));
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("agency-topic-in-aborted", document("a")));
            producer.commitTransaction();
        }
        try (var _ = start(rig)) {
            rig.until("one", () -> !rig.values(rig.topics().items()).isEmpty());
        }
        assertThat(rig.values(rig.topics().items()).stream().map(Item::id)).containsExactly("a");
    }

    @Test
    void waitsForATopicThatIsNotThereYet() throws Exception {
        var rig = Rig.of(BROKER, "topic-in-late", folder);
        try (var station = start(rig)) {
            rig.until("said", () -> station.sources().getFirst().detail().contains("no such topic"));
            create(rig, "agency-topic-in-late");
            rig.sendRaw("agency-topic-in-late", "k1", document("a"));
            rig.until("taken", () -> !rig.values(rig.topics().items()).isEmpty());
        }
    }

    private Station start(Rig rig) throws IOException, InterruptedException {
        return rig.start(
                EnumSet.of(Role.INGEST),
                "ingest: {topics: {agency: {topic: agency-${name}, group: \"${name}-agency\"}}}\n",
                System.err);
    }

    private static void create(Rig rig, String topic) throws Exception {
        try (var admin = Admin.create(Map.copyOf(rig.kafka()))) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        }
    }

    private static byte[] document(String id) {
        return News.rss(News.entry(
                        id,
                        "Harbour story " + id,
                        "The harbour talked about " + id + ".",
                        Instant.now().minus(Duration.ofHours(3))))
                .getBytes(StandardCharsets.UTF_8);
    }
}
