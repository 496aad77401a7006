package org.wirebell.desk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.desk.access.Accounts;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.Source;
import org.wirebell.model.Topic;
import org.wirebell.model.Topics;

/**
 * Reads the topics from the start (compacted ones) or from as far back as is kept, and folds them into the board. All
 * partitions, no group: each desk sees everything, and a restart reads again. A broker that is away is waited for.
 */
final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration POLL_UNTIL_READY = Duration.ofMillis(250);
    /** What comes within a tenth of a second comes together: each fetch costs the broker and us about a millisecond. */
    private static final Duration TOGETHER = Duration.ofMillis(100);

    private static final int MOST = 5_000;
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration LOOK_FOR_PARTITIONS = Duration.ofSeconds(30);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<Source, Topic<?, ?>> topics = new EnumMap<>(Source.class);
    private final Map<String, Source> byName = new HashMap<>();
    private final Folding folding;
    private final Board board;
    private final DeskMeters meters;
    private final Instant from;
    private final Runnable whenReady;
    private final Map<TopicPartition, Long> goals = new HashMap<>();
    private final Set<TopicPartition> known = new HashSet<>();
    private final Thread thread;
    private volatile boolean ready;
    private volatile Optional<String> trouble = Optional.empty();
    private final CountDownLatch closing = new CountDownLatch(1);
    private long looked = System.nanoTime();

    /**
     * @param whenReady is called once, when all that stood in the topics has been read
     */
    Follower(
            Map<String, Object> kafka,
            Topics names,
            Board board,
            Accounts accounts,
            Instant from,
            DeskMeters meters,
            Runnable whenReady) {
        this.board = board;
        this.from = from;
        this.meters = meters;
        this.whenReady = whenReady;
        folding = new Folding(board, accounts);
        topics.put(Source.ALERTS, names.alerts());
        topics.put(Source.NOTICES, names.notices());
        topics.put(Source.RESULTS, names.results());
        topics.put(Source.LEDGER, names.ledger());
        topics.put(Source.UPDATES, names.updates());
        topics.put(Source.STORIES, names.stories());
        topics.put(Source.FEEDS, names.feeds());
        topics.put(Source.SILENCES, names.silences());
        topics.put(Source.RULES, names.rules());
        topics.put(Source.USERS, names.users());
        topics.put(Source.DEAD, names.dead());
        topics.forEach((source, topic) -> byName.put(topic.name(), source));
        var settings = settings(kafka);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        thread = Thread.ofPlatform().name("desk-follower").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    static Map<String, Object> settings(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        settings.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, "wirebell-desk");
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return settings;
    }

    boolean ready() {
        return ready;
    }

    /** What ended the reading, when it was not the closing of the desk. */
    Optional<String> trouble() {
        return trouble;
    }

    private void run() {
        try (consumer) {
            assignAll();
            while (!closed()) {
                var records = consumer.poll(ready ? POLL : POLL_UNTIL_READY);
                records.forEach(this::fold);
                if (!ready && caughtUp()) {
                    whenReady.run();
                    ready = true;
                }
                if (System.nanoTime() - looked > LOOK_FOR_PARTITIONS.toNanos()) {
                    assignAll();
                }
                if (ready && !records.isEmpty()) { // so that what comes next comes together
                    closing.await(TOGETHER.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (WakeupException e) {
            LOG.debug("the desk stops to read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) { // the poll loop: readiness tells the supervisor to start the desk anew
            LOG.error("the desk can no longer read its topics", e);
            trouble = Optional.of("the desk can no longer read its topics: " + e);
            ready = false;
        }
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }

    /** Waits for all topics at the start; later finds partitions that were added. */
    private void assignAll() throws InterruptedException {
        var found = partitions();
        while (!closed() && found.isEmpty() && !closing.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
            found = partitions();
        }
        looked = System.nanoTime();
        found.removeAll(known);
        if (closed() || found.isEmpty()) {
            return;
        }
        known.addAll(found);
        consumer.assign(known);
        var starts = starts(found);
        starts.forEach((partition, offset) -> {
            consumer.seek(partition, offset);
            board.begin(source(partition).at(partition.partition(), offset));
        });
        goals.putAll(consumer.endOffsets(found));
    }

    /** All partitions of all topics, or none while a topic is missing or the broker is away. */
    private Set<TopicPartition> partitions() {
        var all = new HashSet<TopicPartition>();
        try {
            for (var topic : byName.keySet()) {
                var infos = Objects.requireNonNullElse(
                        consumer.partitionsFor(topic), List.<org.apache.kafka.common.PartitionInfo>of());
                if (infos.isEmpty()) {
                    LOG.info("the desk waits for topic {}", topic);
                    return Set.of();
                }
                infos.forEach(i -> all.add(new TopicPartition(i.topic(), i.partition())));
            }
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warn("the desk cannot reach the broker yet, asks again in {} s: {}", AGAIN.toSeconds(), e.toString());
            return Set.of();
        }
        return all;
    }

    /** Compacted topics from their beginning, others from the moment that the desk looks back to. */
    private Map<TopicPartition, Long> starts(Collection<TopicPartition> partitions) {
        var timed = partitions.stream()
                .filter(p -> !topic(p).compacted())
                .collect(Collectors.toMap(p -> p, p -> from.toEpochMilli()));
        var starts = new HashMap<>(consumer.beginningOffsets(partitions));
        var ends = consumer.endOffsets(timed.keySet());
        consumer.offsetsForTimes(timed)
                .forEach((p, found) -> starts.put(p, found == null ? ends.getOrDefault(p, 0L) : (Long) found.offset()));
        return starts;
    }

    private boolean caughtUp() {
        goals.entrySet().removeIf(goal -> consumer.position(goal.getKey()) >= goal.getValue());
        return goals.isEmpty();
    }

    private void fold(ConsumerRecord<byte[], byte[]> record) {
        var source = source(new TopicPartition(record.topic(), record.partition()));
        var name = source.name().toLowerCase(java.util.Locale.ROOT);
        try {
            folding.fold(source, record);
            meters.read(name);
        } catch (IllegalArgumentException e) {
            meters.unreadable(name);
            LOG.warn(
                    "the desk skips {}-{}@{} with key {}: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    record.key() == null ? "none" : new String(record.key(), StandardCharsets.UTF_8),
                    e.getMessage());
        }
    }

    private Source source(TopicPartition partition) {
        return Objects.requireNonNull(byName.get(partition.topic()));
    }

    private Topic<?, ?> topic(TopicPartition partition) {
        return Objects.requireNonNull(topics.get(source(partition)));
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
