package org.wirebell.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.wirebell.alerts.edge.Settling;
import org.wirebell.model.Topics;

/**
 * Whether the planners have caught up: stores are restored, and what is before them has just come, or is little and does not
 * grow less. The latter since Kafka's own marks at the end of a transaction count as records that nobody plans.
 */
final class CaughtUp implements Settling, AutoCloseable {
    static final long FEW = 1_000;
    static final Duration STILL = Duration.ofSeconds(3);
    static final Duration FRESH = Duration.ofMinutes(1);

    private static final int PATIENCE = 2_000;

    private final Admin admin;
    private final String group;
    private final List<String> inputs;
    private final InstantSource clock;
    private final BooleanSupplier restored;
    private long least = Long.MAX_VALUE;
    private Instant since = Instant.EPOCH;

    /**
     * @param group of the planners, this one and those of other processes
     * @param restored whether the stores of this one are as they were
     */
    CaughtUp(Admin admin, String group, Topics topics, InstantSource clock, BooleanSupplier restored) {
        this.admin = admin;
        this.group = group;
        this.inputs = List.of(
                topics.findings().name(),
                topics.updates().name(),
                topics.actions().name(),
                topics.stories().name(),
                AlertTopology.asked(group));
        this.clock = clock;
        this.restored = restored;
    }

    /** What is before the planners: records, and those among them that came longer than {@link #FRESH} ago. */
    record Backlog(long records, long old) {
        /** @param still since when it has not grown less */
        Optional<String> tooMuch(Duration still) {
            return old == 0 || records < FEW && still.compareTo(STILL) >= 0
                    ? Optional.empty()
                    : Optional.of(records + " records to plan, " + old + " of them older than " + FRESH);
        }
    }

    @Override
    public Optional<String> waitsFor() {
        if (!restored.getAsBoolean()) {
            return Optional.of("state to be restored");
        }
        try {
            var now = clock.instant();
            var backlog = backlog(now);
            if (backlog.records() < least) {
                least = backlog.records();
                since = now;
            }
            return backlog.tooMuch(Duration.between(since, now));
        } catch (ExecutionException e) {
            return Optional.of("a lag that cannot be measured (" + e.getCause() + ")");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of("an end");
        }
    }

    Backlog backlog(Instant now) throws ExecutionException, InterruptedException {
        var partitions = partitions();
        var done = done(partitions);
        var ends = offsets(partitions, OffsetSpec.latest());
        var fresh = offsets(partitions, OffsetSpec.forTimestamp(now.minus(FRESH).toEpochMilli()));
        ToLongFunction<TopicPartition> end = it -> ends.getOrDefault(it, 0L);
        ToLongFunction<TopicPartition> old = it -> {
            long from = fresh.getOrDefault(it, -1L);
            return from < 0 ? end.applyAsLong(it) : from;
        };
        return new Backlog(sum(partitions, done, end), sum(partitions, done, old));
    }

    private static long sum(
            List<TopicPartition> partitions, Map<TopicPartition, Long> done, ToLongFunction<TopicPartition> upTo) {
        return partitions.stream()
                .mapToLong(it -> Math.max(0, upTo.applyAsLong(it) - done.getOrDefault(it, 0L)))
                .sum();
    }

    /** Of all inputs; before the first start the internal one is not there yet. */
    private List<TopicPartition> partitions() throws ExecutionException, InterruptedException {
        var partitions = new ArrayList<TopicPartition>();
        var described = admin.describeTopics(inputs, new DescribeTopicsOptions().timeoutMs(PATIENCE))
                .topicNameValues();
        for (var topic : described.entrySet()) {
            try {
                topic.getValue()
                        .get()
                        .partitions()
                        .forEach(it -> partitions.add(new TopicPartition(topic.getKey(), it.partition())));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return partitions;
    }

    /** What is planned, by partition; from where there is anything at all where nothing is planned yet. */
    private Map<TopicPartition, Long> done(List<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        var done = new HashMap<>(offsets(partitions, OffsetSpec.earliest()));
        var spec = Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions));
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(
                        spec, new ListConsumerGroupOffsetsOptions().timeoutMs(PATIENCE))
                .partitionsToOffsetAndMetadata(group)
                .get();
        committed.forEach((partition, at) ->
                Optional.ofNullable(at).ifPresent(it -> done.merge(partition, it.offset(), Math::max)));
        return done;
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec where)
            throws ExecutionException, InterruptedException {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(it -> asked.put(it, where));
        var options = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED).timeoutMs(PATIENCE);
        var found = new HashMap<TopicPartition, Long>();
        admin.listOffsets(asked, options).all().get().forEach((partition, it) -> found.put(partition, it.offset()));
        return found;
    }

    @Override
    public void close() {
        admin.close(Duration.ofMillis(PATIENCE));
    }
}
