package org.wirebell.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.desk.archive.Archive;
import org.wirebell.model.Finding;
import org.wirebell.model.Json;
import org.wirebell.model.Topic;

/** Fills the archive from the topic of findings, from its beginning. The desk does not wait for it. */
final class ArchiveFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveFollower.class);
    /** What comes within a second comes together. */
    private static final Duration POLL = Duration.ofSeconds(1);
    /** A refresh writes a segment: at 50 items a second two a second took a seventh of the processor's time. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final int WORTHWHILE = 64 * 1024;
    private static final int LANES = 4;
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;
    private final Topic<String, Finding> topic;
    private final Archive archive;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    ArchiveFollower(Map<String, Object> kafka, Topic<String, Finding> topic, Archive archive) {
        this.topic = topic;
        this.archive = archive;
        var settings = Follower.settings(kafka);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "wirebell-archive");
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, WORTHWHILE); // or what comes within that time:
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) POLL.toMillis());
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        thread = Thread.ofPlatform().name("desk-archive").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try (consumer) {
            var goals = new HashMap<>(begin());
            long refreshed = System.nanoTime();
            boolean stale = false;
            while (closing.getCount() > 0) {
                var records = consumer.poll(POLL);
                put(records);
                if (!archive.whole()) {
                    goals.entrySet().removeIf(goal -> consumer.position(goal.getKey()) >= goal.getValue());
                    if (goals.isEmpty()) {
                        archive.filled();
                    }
                }
                stale |= !records.isEmpty();
                if (stale && System.nanoTime() - refreshed >= FRESH.toNanos()) {
                    archive.refresh();
                    refreshed = System.nanoTime();
                    stale = false;
                }
            }
        } catch (WakeupException e) {
            LOG.debug("the archive stops to read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) { // the poll loop: the rest of the desk goes on without an archive
            LOG.error("the archive can no longer follow the topic {}", topic.name(), e);
        }
    }

    /** On all cores, since a start reads everything again; versions of one item stay in their order. */
    private void put(ConsumerRecords<byte[], byte[]> records) {
        var lanes = new ArrayList<List<ConsumerRecord<byte[], byte[]>>>();
        for (int i = 0; i < LANES; i++) {
            lanes.add(new ArrayList<>());
        }
        records.forEach(
                r -> lanes.get(Math.floorMod(Arrays.hashCode(r.key()), LANES)).add(r));
        lanes.parallelStream().forEach(lane -> lane.forEach(r -> put(r.value(), r.offset())));
    }

    private void put(byte[] value, long offset) {
        if (value == null) {
            return;
        }
        try {
            archive.put(Json.read(value, Finding.class), value);
        } catch (IllegalArgumentException e) {
            LOG.warn("the archive skips {}@{}: {}", topic.name(), offset, e.getMessage());
        }
    }

    /** Waits for the topic; answers where its partitions end now. */
    private Map<TopicPartition, Long> begin() throws InterruptedException {
        while (closing.getCount() > 0) {
            try {
                var all = new HashSet<TopicPartition>();
                Objects.requireNonNullElse(
                                consumer.partitionsFor(topic.name()), List.<org.apache.kafka.common.PartitionInfo>of())
                        .forEach(p -> all.add(new TopicPartition(p.topic(), p.partition())));
                if (!all.isEmpty()) {
                    consumer.assign(all);
                    consumer.seekToBeginning(all);
                    return consumer.endOffsets(all);
                }
            } catch (WakeupException e) {
                throw e;
            } catch (KafkaException e) {
                LOG.debug("the archive cannot reach the broker yet", e);
            }
            closing.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
        return Map.of();
    }

    @Override
    public void close() {
        closing.countDown();
        if (thread.getState() == Thread.State.NEW) {
            consumer.close();
            return;
        }
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
