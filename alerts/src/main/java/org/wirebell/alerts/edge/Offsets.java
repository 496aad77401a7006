package org.wirebell.alerts.edge;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far each partition may be committed: up to its lowest notice without an end. Safe for threads. */
final class Offsets {
    private final Map<TopicPartition, TreeSet<Long>> unfinished = new HashMap<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();

    synchronized void begin(TopicPartition partition, long offset) {
        unfinished.computeIfAbsent(partition, _ -> new TreeSet<>()).add(offset);
        positions.merge(partition, offset + 1, Math::max);
    }

    synchronized void finish(TopicPartition partition, long offset) {
        var open = unfinished.get(partition);
        if (open != null) {
            open.remove(offset);
        }
    }

    /** How far the consumer has read, markers of transactions included. */
    synchronized void read(TopicPartition partition, long position) {
        positions.merge(partition, position, Math::max);
    }

    synchronized int open() {
        return unfinished.values().stream().mapToInt(TreeSet::size).sum();
    }

    /** What can be committed and has not been. */
    synchronized Map<TopicPartition, OffsetAndMetadata> committable() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        positions.forEach((partition, position) -> {
            var open = unfinished.get(partition);
            long upTo = open == null || open.isEmpty() ? position : open.first();
            if (upTo > committed.getOrDefault(partition, 0L)) {
                offsets.put(partition, new OffsetAndMetadata(upTo));
            }
        });
        return offsets;
    }

    synchronized void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
    }

    /** Another process reads these from now on. */
    synchronized void forget(Collection<TopicPartition> partitions) {
        for (var partition : partitions) {
            unfinished.remove(partition);
            positions.remove(partition);
            committed.remove(partition);
        }
    }
}
