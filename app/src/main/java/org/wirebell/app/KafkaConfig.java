package org.wirebell.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.StreamsConfig;
import org.wirebell.model.Topics;

/**
 * Which Kafka to use: a cluster ({@code bootstrap}) or, where none is named, the broker inside this process.
 *
 * @param partitions of each topic that is created; raising it later does not change topics that exist
 * @param replication copies of each topic that is created; the cluster's default when absent
 * @param properties further client settings, such as {@code security.protocol}; empty ones are left out
 */
public record KafkaConfig(
        Optional<String> bootstrap,
        Optional<Embedded> embedded,
        String prefix,
        int partitions,
        Optional<Integer> replication,
        Map<String, String> properties) {
    public KafkaConfig {
        if (bootstrap.isPresent() && embedded.isPresent()) {
            throw new IllegalArgumentException(
                    "give either bootstrap (a cluster) or embedded (a broker inside this process)");
        }
        if (partitions < 1 || partitions > 1000) {
            throw new IllegalArgumentException("partitions must be 1 to 1000, was " + partitions);
        }
        if (!prefix.matches("[A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("prefix may hold letters, digits and . _ - only, was " + prefix);
        }
        properties = Map.copyOf(properties);
    }

    /**
     * @param folder of the log; its data outlive restarts
     * @param port on the loopback address, 0 takes a free one
     */
    public record Embedded(Path folder, int port) {
        public static Embedded defaults() {
            return new Embedded(Path.of("data", "kafka"), 19092);
        }
    }

    public static KafkaConfig defaults() {
        return new KafkaConfig(
                Optional.empty(), Optional.empty(), Topics.DEFAULT_PREFIX, 3, Optional.empty(), Map.of());
    }

    /** The broker to start inside this process; empty where a cluster is named. */
    public Optional<Embedded> inside() {
        return bootstrap.isPresent() ? Optional.empty() : Optional.of(embedded.orElseGet(Embedded::defaults));
    }

    public Topics topics() {
        return new Topics(prefix);
    }

    /** Client settings for that cluster. */
    public Map<String, Object> client(String bootstrapServers) {
        var client = new HashMap<String, Object>(properties);
        client.values().removeIf(""::equals); // one that the environment leaves empty is not set
        client.put("bootstrap.servers", bootstrapServers);
        // our meters ask the clients themselves: nobody needs their numbers a second and a third time
        client.putIfAbsent("metric.reporters", "");
        client.putIfAbsent("enable.metrics.push", false);
        return Map.copyOf(client);
    }

    /** Those with what Kafka Streams needs beside them: the topics that it creates for itself get as many copies as ours. */
    public Map<String, Object> streams(Map<String, Object> client) {
        var streams = new HashMap<>(client);
        replication.ifPresent(copies -> streams.putIfAbsent(StreamsConfig.REPLICATION_FACTOR_CONFIG, copies));
        return Map.copyOf(streams);
    }
}
