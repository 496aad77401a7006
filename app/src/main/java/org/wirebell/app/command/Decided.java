package org.wirebell.app.command;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.wirebell.app.AppConfig;
import org.wirebell.app.broker.Causes;
import org.wirebell.app.broker.TopicSetup;
import org.wirebell.model.Audit;
import org.wirebell.model.Json;
import org.wirebell.model.Topic;

/** What a person decided, on its way into the topic that holds it, with a line in the audit. */
final class Decided {
    private Decided() {}

    /** Creates the topics that are not there yet: decisions may come before the first start. */
    static void prepare(Cluster cluster, AppConfig config) throws InterruptedException {
        TopicSetup.create(
                cluster.client(),
                cluster.topics(),
                config.kafka().partitions(),
                config.kafka().replication().map(Integer::shortValue));
    }

    /**
     * Returns when Kafka has both.
     *
     * @param value absent to have the key forgotten
     */
    static <V> void send(Cluster cluster, Topic<String, V> topic, String key, Optional<V> value, Audit audit)
            throws InterruptedException {
        var decided =
                new ProducerRecord<>(topic.name(), key, value.map(Json::write).orElse(null));
        send(cluster, List.of(decided, line(cluster, audit)), audit);
    }

    /** Returns when the audit has it: of what changes no topic. */
    static void note(Cluster cluster, Audit audit) throws InterruptedException {
        send(cluster, List.of(line(cluster, audit)), audit);
    }

    private static ProducerRecord<String, byte[]> line(Cluster cluster, Audit audit) {
        return new ProducerRecord<>(cluster.topics().audit().name(), audit.actor(), Json.write(audit));
    }

    private static void send(Cluster cluster, List<ProducerRecord<String, byte[]>> records, Audit audit)
            throws InterruptedException {
        var settings = new HashMap<>(cluster.client());
        settings.put("acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (var sent : records.stream().map(producer::send).toList()) {
                sent.get();
            }
        } catch (ExecutionException e) {
            throw Wrong.failed(
                    "wirebell: " + audit.action() + " " + audit.target() + " did not reach Kafka: " + Causes.of(e));
        }
    }
}
