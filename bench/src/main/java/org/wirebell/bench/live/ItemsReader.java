package org.wirebell.bench.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.wirebell.model.Item;
import org.wirebell.model.Topics;

/** Reads the {@code items} topic as it grows, and notes when it met each story. */
final class ItemsReader implements AutoCloseable {
    private final KafkaConsumer<String, Item> consumer;
    private final LongSupplier clock;
    private final Map<String, List<Long>> seen = new ConcurrentHashMap<>();
    private final Thread thread;

    private ItemsReader(KafkaConsumer<String, Item> consumer, LongSupplier clock) {
        this.consumer = consumer;
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("items-reader").start(this::read);
    }

    static ItemsReader follow(Map<String, Object> kafka, Topics topics, LongSupplier clock) {
        var items = topics.items();
        var consumer = new KafkaConsumer<>(
                new HashMap<>(kafka),
                items.keys().deserializer(),
                items.values().deserializer());
        var partitions = consumer.partitionsFor(items.name()).stream()
                .map(info -> new TopicPartition(items.name(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new ItemsReader(consumer, clock);
    }

    /** The moments of each story that a good feed told; its token is the last word of its headline. */
    Map<String, List<Long>> seen() {
        return Map.copyOf(seen);
    }

    private void read() {
        try (consumer) {
            while (true) {
                var records = consumer.poll(Duration.ofMillis(100));
                long now = clock.getAsLong();
                for (var record : records) {
                    var headline = record.value().headline();
                    var token = headline.substring(headline.lastIndexOf(' ') + 1);
                    if (token.matches("f\\d+s\\d+")) {
                        seen.merge(token, List.of(now), ItemsReader::joined);
                    }
                }
            }
        } catch (WakeupException _) { // closed
        }
    }

    private static List<Long> joined(List<Long> before, List<Long> more) {
        var all = new ArrayList<>(before);
        all.addAll(more);
        return List.copyOf(all);
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
