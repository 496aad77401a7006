package org.wirebell.alerts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.alerts.decide.Orders;
import org.wirebell.model.Silence;
import org.wirebell.model.StoredRule;
import org.wirebell.model.Topic;
import org.wirebell.model.Topics;

/**
 * What desks have decided, always up to date: rules and desks of the configuration, and the topics of rules and silences. A rule
 * of the topic wins over one of the configuration with the same id. What cannot be read is left out with its reason; all else holds.
 * Rules that are in force no more are retired: {@link RuleMemory}.
 */
final class OrderBook implements Supplier<Orders>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OrderBook.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RuleReader reader;
    private final Consumer<String, byte[]> consumer;
    private final Topics topics;
    private final AlertsMeters meters;
    private final Map<String, StoredRule> stored = new TreeMap<>();
    private final Map<String, Silence> silences = new TreeMap<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("orders").unstarted(this::follow);
    private final RuleMemory memory;

    private AlertsConfig config;
    private volatile Optional<Orders> current = Optional.empty();
    private volatile Map<String, String> broken = Map.of();
    private volatile boolean open = true;
    private volatile boolean lost;

    OrderBook(
            AlertsConfig config,
            RuleReader reader,
            Consumer<String, byte[]> consumer,
            Topics topics,
            RuleMemory memory,
            AlertsMeters meters) {
        this.config = config;
        this.reader = reader;
        this.consumer = consumer;
        this.topics = topics;
        this.memory = memory;
        this.meters = meters;
    }

    /** Reads all that is there, then follows. */
    void start() {
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : List.of(
                topics.rules().name(),
                topics.silences().name(),
                topics.rulebook().name())) {
            consumer.partitionsFor(topic).forEach(it -> partitions.add(new TopicPartition(topic, it.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
            consumer.poll(POLL).forEach(this::take);
        }
        renew();
        thread.start();
    }

    @Override
    public Orders get() {
        return current.orElseThrow(() -> new IllegalStateException("orders are asked for before they were read"));
    }

    /** Whether changes do not arrive any more; the process should then end rather than run on old orders. */
    boolean lost() {
        return lost;
    }

    /** Rules and silences that are left out, with the reason, by id; rules that ran away among them. */
    Map<String, String> broken() {
        var all = new TreeMap<>(broken);
        current.ifPresent(
                orders -> orders.rules().quarantined().forEach((id, why) -> all.put(id, "quarantined: " + why)));
        return all;
    }

    /** The configuration is another one now; it was checked before. */
    synchronized void configure(AlertsConfig next) {
        config = next;
        renew();
    }

    private void follow() {
        try (consumer) {
            while (open) {
                boolean changed = false;
                for (var record : consumer.poll(POLL)) {
                    changed |= take(record);
                }
                if (changed) {
                    renew();
                }
            }
        } catch (WakeupException _) {
            // closed
        } catch (RuntimeException e) { // the poll loop: health tells that orders are lost
            LOG.error("alerts: rules and silences cannot be followed any more", e);
            meters.ordersLost();
            lost = true;
        }
    }

    /** Whether the orders are others now. */
    private synchronized boolean take(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.topic().equals(topics.rulebook().name())) {
                return memory.take(record.key(), value(record, topics.rulebook()));
            }
            if (record.topic().equals(topics.rules().name())) {
                keep(stored, record.key(), value(record, topics.rules()));
            } else {
                keep(silences, record.key(), value(record, topics.silences()));
            }
            return true;
        } catch (IllegalArgumentException e) {
            LOG.error("alerts: {} {} is left out: {}", record.topic(), record.key(), e.getMessage());
            return false;
        }
    }

    private static <V> Optional<V> value(ConsumerRecord<String, byte[]> record, Topic<String, V> topic) {
        return Optional.ofNullable(record.value())
                .map(bytes -> topic.values().deserializer().deserialize(record.topic(), bytes));
    }

    private static <V> void keep(Map<String, V> kept, String key, Optional<V> value) {
        value.ifPresentOrElse(it -> kept.put(key, it), () -> kept.remove(key));
    }

    private synchronized void renew() {
        var sheet = OrderSheet.of(config, reader, stored.values(), silences.values(), memory.all());
        var faults = sheet.faults();
        faults.forEach((id, fault) -> LOG.error("alerts: {} is left out: {}", id, fault));
        broken = faults;
        memory.inForce(sheet.orders().rules().all());
        current = Optional.of(sheet.orders());
        meters.rules(sheet.orders().rules().all().size() - 1, faults.size()); // the canary is none of theirs
        meters.silences(sheet.orders().silences().all());
    }

    @Override
    public void close() {
        open = false;
        consumer.wakeup();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        current.ifPresent(Orders::close);
        memory.close();
    }
}
