package org.wirebell.alerts.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.model.Json;
import org.wirebell.model.Result;

/** Reads results that were written before, by this process or by another, so that nothing with an end is sent again. */
final class Recall implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recall.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final Known known;
    private final List<TopicPartition> partitions;

    /** Starts at the results of {@code since}. */
    Recall(Consumer<byte[], byte[]> consumer, String topic, Instant since, Known known) {
        this.consumer = consumer;
        this.known = known;
        this.partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("topic " + topic + " does not exist; what has been sent can't be known");
        }
        consumer.assign(partitions);
        var times = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
        var starts = consumer.offsetsForTimes(times);
        var ends = consumer.endOffsets(partitions);
        for (var partition : partitions) {
            var start = starts.get(partition);
            consumer.seek(partition, start == null ? end(ends, partition) : start.offset());
        }
    }

    /** Reads what has been written up to now. */
    void catchUp() {
        var ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end(ends, partition))) {
            for (var record : consumer.poll(POLL)) {
                try {
                    known.add(Json.read(record.value(), Result.class));
                } catch (IllegalArgumentException e) {
                    LOG.warn(
                            "{} {}@{} is no result: {}",
                            record.topic(),
                            record.partition(),
                            record.offset(),
                            e.getMessage());
                }
            }
        }
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return Objects.requireNonNull(ends.get(partition));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
