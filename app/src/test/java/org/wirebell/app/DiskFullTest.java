package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.broker.Scan;
import org.wirebell.app.broker.TopicSetup;
import org.wirebell.model.Item;
import org.wirebell.model.Topics;

/** A broker that can write no further ends, and all that it had acknowledged is there when it has room again. */
@Tag("chaos")
class DiskFullTest {
    private static final Topics TOPICS = Topics.standard();
    /** Of each file; an index of Kafka's is begun with 10 MiB. */
    private static final long ROOM = 12L << 20;

    private static final int MOST = 100_000;
    private static final int BODY = 7_500;

    @Test
    void endsLoudlyAndLosesNothingAcknowledged(@TempDir Path folder) throws Exception {
        try (var broker = BrokerProcess.start(folder.resolve("kafka"), ROOM)) {
            TopicSetup.create(broker.kafka(), TOPICS, 1, Optional.empty());
            var acknowledged = fill(broker);
            assertThat(broker.ended()).as("exit code").isNotZero();
            assertThat(acknowledged).hasSizeGreaterThan(500);

            broker.restart();
            TopicSetup.create(broker.kafka(), TOPICS, 1, Optional.empty());
            var found = new HashSet<String>();
            Scan.of(broker.kafka(), TOPICS.items(), record -> found.add(record.key()));
            assertThat(found).containsAll(acknowledged);
            System.out.println(
                    "trial: disk full, " + acknowledged.size() + " items acknowledged, " + found.size() + " found");
        }
    }

    /** Sends until nothing is taken any more; returns the families that were acknowledged. */
    private static Set<String> fill(BrokerProcess broker) {
        var settings = new HashMap<>(broker.kafka());
        settings.put("acks", "all");
        settings.put("max.block.ms", 5_000);
        settings.put("request.timeout.ms", 5_000);
        settings.put("delivery.timeout.ms", 10_000);
        var acknowledged = ConcurrentHashMap.<String>newKeySet();
        var refused = ConcurrentHashMap.<String>newKeySet();
        var topic = TOPICS.items();
        var random = new Random(17);
        try (var producer = new KafkaProducer<>(
                settings, topic.keys().serializer(), topic.values().serializer())) {
            for (int i = 0; i < MOST && refused.isEmpty(); i++) {
                var item = item(i, random);
                var unused = producer.send(
                        new ProducerRecord<>(topic.name(), item.family(), item),
                        (_, failure) -> (failure == null ? acknowledged : refused).add(item.family()));
            }
        }
        return acknowledged;
    }

    /** A text that cannot be made smaller. */
    private static Item item(int i, Random random) {
        var bytes = new byte[BODY];
        random.nextBytes(bytes);
        return News.item("full-" + i, 1, "Item " + i, Base64.getEncoder().encodeToString(bytes), Map.of());
    }
}
