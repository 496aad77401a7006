package org.wirebell.ingest.edge;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.model.FeedState;
import org.wirebell.model.Topic;

/** Reads the {@code feeds} topic from end to end, once, before anything is fetched. */
final class Resume {
    private static final Logger LOG = LoggerFactory.getLogger(Resume.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(200);

    private Resume() {}

    /** The newest state of each source. Throws {@link IllegalStateException} when the topic cannot be read in a minute. */
    static Map<String, FeedState> read(Map<String, Object> kafka, Topic<String, FeedState> topic) {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
            return read(consumer, topic);
        } catch (KafkaException e) {
            throw new IllegalStateException(
                    "cannot resume: topic " + topic.name() + " on " + kafka.get("bootstrap.servers")
                            + " could not be read: " + e.getMessage(),
                    e);
        }
    }

    static Map<String, FeedState> read(Consumer<byte[], byte[]> consumer, Topic<String, FeedState> topic) {
        var partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("cannot resume: there is no topic " + topic.name());
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        var states = new HashMap<String, FeedState>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (behind(consumer, partitions, ends)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("cannot resume: topic " + topic.name() + " did not come to its end "
                        + ends + " within " + PATIENCE);
            }
            for (var found : consumer.poll(POLL)) {
                take(topic, found.key(), found.value(), states);
            }
        }
        LOG.info("resumed {} sources from {}", states.size(), topic.name());
        return states;
    }

    private static boolean behind(
            Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        return partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L));
    }

    private static void take(Topic<String, FeedState> topic, byte[] key, byte[] value, Map<String, FeedState> states) {
        var source = topic.keys().deserializer().deserialize(topic.name(), key);
        if (value == null) {
            states.remove(source);
            return;
        }
        try {
            states.put(source, topic.values().deserializer().deserialize(topic.name(), value));
        } catch (IllegalArgumentException e) { // written by another version: the source starts anew, as back-fill
            LOG.warn("feed {}: cannot resume from its record in {}: {}", source, topic.name(), e.getMessage());
        }
    }
}
