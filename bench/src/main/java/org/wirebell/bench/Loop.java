package org.wirebell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.wirebell.model.Topic;

/** What runs through a broker need at their beginning and their end. */
final class Loop {
    private Loop() {}

    /** Reads what is committed of a topic, all of it. */
    static <V> KafkaConsumer<String, V> follow(Map<String, Object> kafka, Topic<String, V> topic) {
        var settings = new HashMap<>(kafka);
        settings.put("isolation.level", "read_committed");
        var consumer = new KafkaConsumer<>(
                settings, topic.keys().deserializer(), topic.values().deserializer());
        var partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(topic.name(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** Takes away what a run left on disk. */
    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
