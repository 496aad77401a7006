package org.wirebell.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.wirebell.app.broker.Scan;
import org.wirebell.app.broker.TopicSetup;
import org.wirebell.app.config.ConfigFile;
import org.wirebell.app.config.Loaded;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;
import org.wirebell.model.Item;
import org.wirebell.model.Topic;
import org.wirebell.model.Topics;

/** Topics of three partitions on the shared broker, and what a test does with them: start roles, send, look, wait. */
public final class Rig {
    private static final int PARTITIONS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final OneBroker broker;
    private final String name;
    private final Path folder;
    private final Topics topics;

    private final int threads;

    private Rig(OneBroker broker, String name, Path folder, int threads) {
        this.broker = broker;
        this.name = name;
        this.folder = folder;
        this.threads = threads;
        this.topics = new Topics(name + ".");
    }

    /** @param name prefix of the topics, and of the groups that work on them */
    public static Rig of(OneBroker broker, String name, Path folder) throws InterruptedException {
        var rig = new Rig(broker, name, folder, 1);
        TopicSetup.create(rig.kafka(), rig.topics, PARTITIONS, Optional.empty());
        return rig;
    }

    /** The same with so many threads of the processor. */
    public Rig threads(int threads) {
        return new Rig(broker, name, folder, threads);
    }

    public Topics topics() {
        return topics;
    }

    public Map<String, Object> kafka() {
        return broker.kafka();
    }

    /** Settings with this broker and these topics; {@code ${folder}} and {@code ${name}} stand for those of the rig. */
    public String settings(String yaml) {
        return """
                kafka: {bootstrap: "${bootstrap}", prefix: "${name}.", partitions: 3}
                processor: {application-id: "${name}-processor", state-dir: "${folder}/processor", threads: ${threads}}
                operations:
                  host: 127.0.0.1
                  port: 0
                """.concat(yaml)
                .replace("${bootstrap}", broker.bootstrap())
                .replace("${name}", name)
                .replace("${threads}", Integer.toString(threads))
                .replace("${folder}", folder.toString());
    }

    public Station start(Set<Role> roles, String yaml, PrintStream console) throws IOException, InterruptedException {
        return start(roles, yaml, console, InstantSource.system());
    }

    public Station start(Set<Role> roles, String yaml, PrintStream console, InstantSource clock)
            throws IOException, InterruptedException {
        return switch (ConfigFile.read("test.yaml", settings(yaml), AppConfig.class)) {
            case Loaded.Good<AppConfig>(var config) -> ready(Station.start(config, roles, clock, console));
            case Loaded.Bad<AppConfig>(var complaints) -> throw new IllegalArgumentException(complaints.toString());
        };
    }

    private Station ready(Station station) {
        until("the station is ready", station::ready);
        return station;
    }

    /** Sends in this order, and returns when the broker has all of it. */
    public void send(Item... items) {
        var topic = topics.items();
        try (var producer = new KafkaProducer<>(
                kafka(), topic.keys().serializer(), topic.values().serializer())) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (var item : items) {
                sent.add(producer.send(new ProducerRecord<>(topic.name(), item.family(), item)));
            }
            producer.flush();
            sent.forEach(Future::resultNow); // throws where the broker did not take it
        }
    }

    /** One record, which the broker has when this returns. */
    public <K, V> void send(Topic<K, V> topic, K key, V value) {
        try (var producer = new KafkaProducer<>(
                kafka(), topic.keys().serializer(), topic.values().serializer())) {
            var sent = producer.send(new ProducerRecord<>(topic.name(), key, value));
            producer.flush();
            sent.resultNow();
        }
    }

    /** A record that is whatever it is. */
    public void sendRaw(String topic, String key, byte[] value) {
        try (var producer = new KafkaProducer<>(kafka(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key.getBytes(java.nio.charset.StandardCharsets.UTF_8), value));
        }
    }

    /** All that the topic holds, partition by partition in order. */
    public <K, V> List<ConsumerRecord<K, V>> records(Topic<K, V> topic) {
        var records = new ArrayList<ConsumerRecord<K, V>>();
        Scan.of(kafka(), topic, records::add);
        return records;
    }

    public <V> List<V> values(Topic<?, V> topic) {
        return records(topic).stream().<V>map(ConsumerRecord::value).toList();
    }

    public void until(String what, Callable<Boolean> condition) {
        await(what)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(150))
                .until(condition);
    }
}
