package org.wirebell.app.station;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Serdes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.app.broker.Scan;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.model.Topic;
import org.wirebell.model.Topics;
import org.wirebell.processor.ProcessorConfig;

/**
 * Holds what went into the processor against what came out: {@code wirebell.audit.missing.items} tells how many items of the last
 * minute that is through have neither a finding nor a dead letter, nor repeat one that has. Items under an embargo are left out.
 */
final class Fates implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Fates.class);
    private static final String METER = "wirebell.audit.missing.items";
    /** After an outage more may come at once; then only what follows is looked at. */
    private static final int MOST = 100_000;

    private static final int NAMED = 5;
    /** Most repeats follow within so long; only for the others all that is held is read. */
    private static final Duration SOON = Duration.ofHours(1);

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(500);
    /** The end of a transaction is written to each topic apart. */
    private static final Duration SETTLE = Duration.ofSeconds(5);

    private final Map<String, Object> kafka;
    private final Topics topics;
    private final String group;
    private final Duration window;
    private final Duration settle;
    private final Admin admin;
    private final AtomicLong missing = new AtomicLong();
    private final Thread loop;
    private Optional<Marks> seen = Optional.empty();

    Fates(Map<String, Object> kafka, Topics topics, ProcessorConfig processor, MeterRegistry meters, Duration settle) {
        this.kafka = kafka;
        this.topics = topics;
        this.group = processor.applicationId();
        this.window = processor.repeatWindow();
        this.settle = settle;
        this.admin = Admin.create(kafka);
        this.loop = Thread.ofVirtual().name("fates").unstarted(this::repeat);
        Gauge.builder(METER, missing::get)
                .description("items of the last minute that is through which came out nowhere")
                .register(meters);
    }

    /** Compares each minute until closed. */
    static Fates watch(Map<String, Object> kafka, Topics topics, ProcessorConfig processor, MeterRegistry meters) {
        var fates = new Fates(kafka, topics, processor, meters, SETTLE);
        fates.loop.start();
        return fates;
    }

    /** Where the topics end, what comes out first: what comes of items behind these marks lies behind them, too. */
    private record Marks(
            Map<TopicPartition, Long> findings, Map<TopicPartition, Long> dead, Map<TopicPartition, Long> items) {}

    private void repeat() {
        try {
            while (!Thread.interrupted()) {
                look();
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    /** Compares what came in since the last look, as soon as the processor is through with it. */
    void look() throws InterruptedException {
        try {
            var to = marks();
            if (seen.isPresent()) {
                compare(seen.get(), to);
            }
            seen = Optional.of(to);
        } catch (InterruptException _) {
            throw new InterruptedException("closed");
        } catch (KafkaException | ExecutionException e) {
            LOG.warn("audit: not compared, will be with what comes meanwhile: {}", e.toString());
        }
    }

    private void compare(Marks from, Marks to) throws InterruptedException, ExecutionException {
        pass(from.items(), to.items());
        var lost = missing(from, to);
        if (!lost.isEmpty()) {
            Thread.sleep(settle);
            lost = missing(from, to);
        }
        tell(lost);
    }

    private void tell(List<String> lost) {
        missing.set(lost.size());
        if (!lost.isEmpty()) {
            LOG.error(
                    "audit: {} items came out nowhere: {}",
                    lost.size(),
                    String.join(", ", lost.subList(0, Math.min(NAMED, lost.size()))));
        }
    }

    private Marks marks() {
        var findings = Scan.ends(kafka, topics.findings());
        var dead = Scan.ends(kafka, topics.dead());
        return new Marks(findings, dead, Scan.ends(kafka, topics.items()));
    }

    /** Waits until these items are through: twice, since what the group reads first it hands on to itself. */
    private void pass(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to)
            throws InterruptedException, ExecutionException {
        for (int hop = 0; hop < 2; hop++) {
            var goal = Lag.ends(admin, Lag.committed(admin, group).keySet());
            to.forEach((partition, end) -> {
                if (end > from.getOrDefault(partition, 0L)) {
                    goal.merge(partition, end, Math::max);
                }
            });
            while (!reached(goal)) {
                Thread.sleep(LOOK);
            }
        }
    }

    private boolean reached(Map<TopicPartition, Long> goal) throws InterruptedException, ExecutionException {
        var committed = Lag.committed(admin, group);
        return goal.entrySet().stream().allMatch(it -> committed.getOrDefault(it.getKey(), 0L) >= it.getValue());
    }

    /** Names of the items between these marks that came out nowhere. */
    private List<String> missing(Marks from, Marks to) {
        var open = new HashMap<String, Integer>();
        if (!count(from, to, open)) {
            LOG.info("audit: more than {} items at once are not compared", MOST);
            return List.of();
        }
        var findings = raw(topics.findings());
        Scan.between(
                kafka,
                findings,
                from.findings(),
                Scan.ends(kafka, findings),
                record -> open.computeIfPresent(record.key(), (_, n) -> n > 1 ? n - 1 : null));
        var dead = raw(topics.dead());
        Scan.between(kafka, dead, from.dead(), Scan.ends(kafka, dead), record -> open.remove(record.key()));
        return open.isEmpty() ? List.of() : withoutRepeats(from, to, open);
    }

    private boolean count(Marks from, Marks to, Map<String, Integer> open) {
        long most = to.items().entrySet().stream()
                .mapToLong(end -> end.getValue() - from.items().getOrDefault(end.getKey(), 0L))
                .sum();
        if (most > MOST) {
            return false;
        }
        Scan.between(
                kafka,
                raw(topics.items()),
                from.items(),
                to.items(),
                record -> key(record).ifPresent(key -> open.merge(key, 1, Integer::sum)));
        return true;
    }

    /** Of these families, items that say what none said that has come out. */
    private List<String> withoutRepeats(Marks from, Marks to, Map<String, Integer> open) {
        var wanted = new TreeMap<String, String>();
        var oldest = new AtomicLong(Long.MAX_VALUE);
        Scan.between(kafka, raw(topics.items()), from.items(), to.items(), record -> {
            if (key(record).filter(open::containsKey).isPresent()) {
                read(record, Item.class)
                        .filter(item -> item.embargoed().isEmpty())
                        .ifPresent(item -> wanted.put(item.deliveryKey(), item.family() + "#" + item.version()));
                oldest.accumulateAndGet(record.timestamp(), Math::min);
            }
        });
        for (var back : List.of(SOON, window)) {
            if (!wanted.isEmpty()) {
                var since = Instant.ofEpochMilli(Math.max(0, oldest.get() - back.toMillis()));
                Scan.since(since, kafka, raw(topics.findings()), record -> {
                    if (key(record).filter(open::containsKey).isPresent()) {
                        read(record, Finding.class)
                                .ifPresent(
                                        finding -> wanted.remove(finding.item().deliveryKey()));
                    }
                });
            }
        }
        return List.copyOf(wanted.values());
    }

    private static Optional<String> key(ConsumerRecord<String, byte[]> record) {
        return Optional.ofNullable(record.key());
    }

    private static <V> Optional<V> read(ConsumerRecord<String, byte[]> record, Class<V> type) {
        try {
            return Optional.ofNullable(record.value()).map(bytes -> Json.read(bytes, type));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // a dead letter before long
        }
    }

    private static Topic<String, byte[]> raw(Topic<?, ?> topic) {
        return new Topic<>(topic.name(), Serdes.String(), Serdes.ByteArray(), topic.kept(), topic.compacted());
    }

    @Override
    public void close() {
        loop.interrupt();
        admin.close(Duration.ofSeconds(2));
    }
}
