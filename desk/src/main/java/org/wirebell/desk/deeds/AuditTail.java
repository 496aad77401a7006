package org.wirebell.desk.deeds;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.model.Audit;
import org.wirebell.model.AuditChain;

/** The topic of audits, read to its end before each new record: others write there too, the command line among them. */
final class AuditTail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTail.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Object> settings;
    private final String topic;
    private final AuditChain chain = new AuditChain();
    private final Map<TopicPartition, Long> read = new HashMap<>();

    AuditTail(Map<String, Object> kafka, String topic) {
        this.topic = topic;
        settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20); // only what is there already
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    }

    /** Deeds are rare, so nothing is kept open between them. */
    synchronized Audit linked(Audit audit) throws IOException {
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new IOException("there is no topic " + topic);
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            read.forEach(consumer::seek);
            catchUp(consumer, partitions);
        } catch (KafkaException e) {
            throw new IOException("the audit cannot be read: " + e.getMessage(), e);
        }
        return chain.next(audit);
    }

    private void catchUp(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) throws IOException {
        var ends = consumer.endOffsets(partitions);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the audit cannot be read within " + PATIENCE);
            }
            for (var record : consumer.poll(POLL)) {
                take(record.partition() + "@" + record.offset(), record.value());
            }
            partitions.forEach(p -> read.put(p, consumer.position(p)));
        }
    }

    private void take(String where, byte[] record) {
        try {
            chain.take(where, record == null ? new byte[0] : record);
        } catch (IllegalArgumentException e) {
            LOG.warn("{}-{} is no audit: {}", topic, where, e.getMessage());
        }
    }

    @Override
    public void close() {
        read.clear();
    }
}
