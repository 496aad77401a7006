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

/** A topic read once, from its beginning or a later point to where it ends now; committed records only. */
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
        try (var consumer = open(kafka, topic)) {
            var partitions = partitions(consumer, topic);
            var ends = consumer.endOffsets(partitions);
            seek(consumer, partitions, ends, from);
            read(consumer, ends, each);
        }
    }

    /** Where each partition ends now. */
    public static <K, V> Map<TopicPartition, Long> ends(Map<String, Object> kafka, Topic<K, V> topic) {
        try (var consumer = open(kafka, topic)) {
            return Map.copyOf(consumer.endOffsets(partitions(consumer, topic)));
        }
    }

    /** As above, from one such end, or the beginning where it names none, to another. */
    public static <K, V> void between(
            Map<String, Object> kafka,
            Topic<K, V> topic,
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> to,
            Consumer<ConsumerRecord<K, V>> each) {
        try (var consumer = open(kafka, topic)) {
            partitions(consumer, topic).forEach(it -> consumer.seek(it, from.getOrDefault(it, 0L)));
            read(consumer, to, record -> {
                if (record.offset() < to.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    each.accept(record);
                }
            });
        }
    }

    private static <K, V> KafkaConsumer<K, V> open(Map<String, Object> kafka, Topic<K, V> topic) {
        var settings = new HashMap<>(kafka);
        settings.put("isolation.level", "read_committed");
        settings.put("allow.auto.create.topics", false);
        settings.put("fetch.max.wait.ms", 20); // only what is there already; else closing waits for the last fetch, too
        return new KafkaConsumer<>(
                settings, topic.keys().deserializer(), topic.values().deserializer());
    }

    /** All of the topic, from now on those of the consumer. */
    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Topic<?, ?> topic) {
        var infos = consumer.partitionsFor(topic.name());
        if (infos.isEmpty()) {
            throw new IllegalStateException("there is no topic " + topic.name());
        }
        var partitions = infos.stream()
                .map(info -> new TopicPartition(topic.name(), info.partition()))
                .toList();
        consumer.assign(partitions);
        return partitions;
    }

    private static <K, V> void read(
            KafkaConsumer<K, V> consumer, Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<K, V>> each) {
        while (consumer.assignment().stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            consumer.poll(POLL).forEach(each);
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
