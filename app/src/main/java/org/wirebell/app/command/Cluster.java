package org.wirebell.app.command;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.wirebell.app.AppConfig;
import org.wirebell.app.KafkaConfig;
import org.wirebell.app.broker.EmbeddedBroker;
import org.wirebell.app.broker.Scan;
import org.wirebell.model.Topic;
import org.wirebell.model.Topics;

/**
 * The cluster of a configuration, for commands that look into topics. An embedded broker that is running ('wirebell up') is
 * used; one that is not is started for the length of the command.
 */
final class Cluster implements AutoCloseable {
    private final Map<String, Object> client;
    private final Topics topics;
    private final Optional<EmbeddedBroker> own;

    private Cluster(Map<String, Object> client, Topics topics, Optional<EmbeddedBroker> own) {
        this.client = client;
        this.topics = topics;
        this.own = own;
    }

    static Cluster of(AppConfig config) {
        var kafka = config.kafka();
        if (kafka.bootstrap().isPresent()) {
            return new Cluster(kafka.client(kafka.bootstrap().get()), kafka.topics(), Optional.empty());
        }
        var embedded = kafka.inside().orElseThrow();
        if (listening(embedded.port())) {
            return new Cluster(kafka.client("127.0.0.1:" + embedded.port()), kafka.topics(), Optional.empty());
        }
        try {
            var broker = EmbeddedBroker.start(embedded.folder(), embedded.port());
            return new Cluster(kafka.client(broker.bootstrap()), kafka.topics(), Optional.of(broker));
        } catch (IOException e) {
            throw Wrong.failed("wirebell: " + e.getMessage());
        }
    }

    /** As above, of a cluster that must be there already; asks it for seconds, not minutes. */
    static Cluster running(AppConfig config) {
        var kafka = config.kafka();
        if (kafka.inside().filter(embedded -> !listening(embedded.port())).isPresent()) {
            throw Wrong.failed("wirebell: not running: no broker listens on 127.0.0.1:"
                    + kafka.inside().map(KafkaConfig.Embedded::port).orElse(0));
        }
        var client = new HashMap<>(kafka.client(kafka.bootstrap()
                .orElseGet(() -> "127.0.0.1:" + kafka.inside().orElseThrow().port())));
        client.put("default.api.timeout.ms", "10000");
        client.put("request.timeout.ms", "5000");
        return new Cluster(Map.copyOf(client), kafka.topics(), Optional.empty());
    }

    Map<String, Object> client() {
        return client;
    }

    Topics topics() {
        return topics;
    }

    /** All that stands in a topic now, or a message that says why it cannot be read. */
    <K, V> void scan(Topic<K, V> topic, Consumer<ConsumerRecord<K, V>> each) {
        scan(topic, Instant.EPOCH, each);
    }

    /** As above, from the records of this moment on. */
    <K, V> void scan(Topic<K, V> topic, Instant from, Consumer<ConsumerRecord<K, V>> each) {
        try {
            Scan.since(from, client, topic, each);
        } catch (IllegalStateException | KafkaException e) {
            throw Wrong.failed("wirebell: cannot read " + topic.name() + " at " + client.get("bootstrap.servers") + ": "
                    + e.getMessage());
        }
    }

    /** The newest record of each key, in the order of their first. */
    <V> Map<String, V> newest(Topic<String, V> topic) {
        var newest = new LinkedHashMap<String, V>();
        scan(topic, record -> {
            if (record.value() == null) {
                newest.remove(record.key());
            } else {
                newest.put(record.key(), record.value());
            }
        });
        return newest;
    }

    @Override
    public void close() {
        own.ifPresent(EmbeddedBroker::close);
    }

    private static boolean listening(int port) {
        if (port == 0) {
            return false;
        }
        try (var socket = new java.net.Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
