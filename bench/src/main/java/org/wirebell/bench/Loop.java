package org.wirebell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.wirebell.model.Topic;

/** What runs through a broker need at their beginning and their end. */
public final class Loop {
    private Loop() {}

    /** Reads what is committed of a topic, all of it. */
    public static <V> KafkaConsumer<String, V> follow(Map<String, Object> kafka, Topic<String, V> topic) {
        return follow(
                kafka, topic.name(), topic.keys().deserializer(), topic.values().deserializer());
    }

    /** As {@link #follow}, for one who only counts: what comes is not read. */
    public static KafkaConsumer<byte[], byte[]> unread(Map<String, Object> kafka, Topic<?, ?> topic) {
        return follow(kafka, topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static <K, V> KafkaConsumer<K, V> follow(
            Map<String, Object> kafka, String topic, Deserializer<K> keys, Deserializer<V> values) {
        var settings = new HashMap<>(kafka);
        settings.put("isolation.level", "read_committed");
        var consumer = new KafkaConsumer<>(settings, keys, values);
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** How many records each topic was given so far, those of Kafka Streams among them. */
    public static Map<String, Long> records(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.put("key.deserializer", ByteArrayDeserializer.class);
        settings.put("value.deserializer", ByteArrayDeserializer.class);
        try (var consumer = new KafkaConsumer<byte[], byte[]>(settings)) {
            var partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            return consumer.endOffsets(partitions).entrySet().stream()
                    .collect(Collectors.toMap(e -> e.getKey().topic(), Map.Entry::getValue, Long::sum, TreeMap::new));
        }
    }

    /** Of an even number the upper of the two in the middle; {@code NaN} of none. */
    public static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }

    /** The value that such a share of them is not above, nearly; {@code NaN} of none. */
    public static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }

    /** Takes away what a run left on disk. */
    public static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
