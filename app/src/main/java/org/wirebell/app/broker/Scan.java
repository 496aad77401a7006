package org.wirebell.app.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.wirebell.model.Topic;

/** A topic read once, from its beginning to where it ends now; committed records only. */
public final class Scan {
    private static final Duration POLL = Duration.ofMillis(500);

    private Scan() {}

    /** Throws {@link IllegalStateException} when the topic does not exist. */
    public static <K, V> void of(Map<String, Object> kafka, Topic<K, V> topic, Consumer<ConsumerRecord<K, V>> each) {
        since(Instant.EPOCH, kafka, topic, each);
    }

    /** As above, from the records of this moment on. */
    public static <K, V> void since(
            Instant from, Map<String, Object> kafka, Topic<K, V> topic, Consumer<ConsumerRecord<K, V>> each) {
        var settings = new HashMap<>(kafka);
        settings.put("isolation.level", "read_committed");
        settings.put("allow.auto.create.topics", false);
        settings.put("fetch.max.wait.ms", 20); // only what is there already; else closing waits for the last fetch, too
        try (var consumer = new KafkaConsumer<>(
                settings, topic.keys().deserializer(), topic.values().deserializer())) {
            var infos = consumer.partitionsFor(topic.name());
            if (infos.isEmpty()) {
                throw new IllegalStateException("there is no topic " + topic.name());
            }
            var partitions = infos.stream()
                    .map(info -> new TopicPartition(topic.name(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            seek(consumer, partitions, ends, from);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(POLL).forEach(each);
            }
        }
    }

    private static void seek(
            KafkaConsumer<?, ?> consumer,
            List<TopicPartition> partitions,
            Map<TopicPartition, Long> ends,
            Instant from) {
        if (from.equals(Instant.EPOCH)) {
            consumer.seekToBeginning(partitions);
            return;
        }
        var moments = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition -> moments.put(partition, from.toEpochMilli()));
        consumer.offsetsForTimes(moments)
                .forEach((partition, found) ->
                        consumer.seek(partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
    }
}
