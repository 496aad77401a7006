package org.wirebell.alerts.edge;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;
import org.wirebell.model.Result;
import org.wirebell.model.trace.Traces;

/** Reads notices, hands each to its receiver's lane, and commits as far as everything has its end. */
final class NoticeLoop implements Runnable, ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeLoop.class);
    private static final Duration POLL = Duration.ofMillis(250);
    /** So many notices may wait in memory; reading pauses above, and goes on below half of it. */
    private static final int MOST = 5_000;
    /** So long offsets may wait for company: after a crash the outcomes say anyway what has its end. */
    private static final Duration TOGETHER = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final Map<String, Lane> lanes;
    private final Offsets offsets;
    private final Known known;
    private final Outcomes outcomes;
    private final Recall recall;
    private final Hold hold;
    private final InstantSource clock;
    private volatile boolean open = true;
    private volatile boolean reading;
    private volatile Settling settling = Settling.DONE;
    private long committed = System.nanoTime();

    NoticeLoop(
            Consumer<byte[], byte[]> consumer,
            String topic,
            Map<String, Lane> lanes,
            Offsets offsets,
            Known known,
            Outcomes outcomes,
            Recall recall,
            Hold hold,
            InstantSource clock) {
        this.consumer = consumer;
        this.topic = topic;
        this.lanes = Map.copyOf(lanes);
        this.offsets = offsets;
        this.known = known;
        this.outcomes = outcomes;
        this.recall = recall;
        this.hold = hold;
        this.clock = clock;
    }

    /** Sends begin when this has nothing to wait for any more. */
    void await(Settling planner) {
        settling = planner;
    }

    boolean reading() {
        return reading && outcomes.failure().isEmpty();
    }

    void stop() {
        open = false;
    }

    @Override
    public void run() {
        try (consumer;
                recall) {
            consumer.subscribe(List.of(topic), this);
            while (open && outcomes.failure().isEmpty()) {
                poll();
            }
            commit();
        } catch (RuntimeException e) { // the poll loop: delivery as a whole must stop
            outcomes.fail(e);
        } finally {
            reading = false;
        }
        outcomes.failure().ifPresent(problem -> LOG.error("delivery stopped", problem));
    }

    private void poll() {
        var records = consumer.poll(POLL);
        reading = true;
        records.forEach(this::take);
        settle(records.isEmpty());
        lanes.values().forEach(Lane::tend);
        consumer.assignment().forEach(partition -> offsets.read(partition, consumer.position(partition)));
        if (System.nanoTime() - committed >= TOGETHER.toNanos()) {
            commit();
        }
        if (offsets.open() > MOST) {
            consumer.pause(consumer.assignment());
        } else if (offsets.open() < MOST / 2) {
            consumer.resume(consumer.paused());
        }
    }

    /** Without notices to read there is nobody to keep waiting, and no time passes. */
    private void settle(boolean readAll) {
        boolean ends = hold.on()
                && !consumer.assignment().isEmpty()
                && hold.ends(settling, readAll || offsets.open() > MOST, clock.instant());
        if (ends) {
            lanes.values().forEach(Lane::wake);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        var partition = new TopicPartition(record.topic(), record.partition());
        offsets.begin(partition, record.offset());
        Notice notice;
        try {
            notice = traced(record, Json.read(record.value(), Notice.class));
        } catch (IllegalArgumentException e) {
            LOG.warn("{}@{} is no notice: {}", partition, record.offset(), e.getMessage());
            outcomes.dead(record, String.valueOf(e.getMessage()));
            return;
        }
        var lane = Optional.ofNullable(lanes.get(notice.receiver()));
        if (known.ended(notice.id()) || lane.filter(it -> it.holds(notice.id())).isPresent()) {
            offsets.finish(partition, record.offset());
            return;
        }
        var work = new Work(notice, partition, record.offset(), known.attempts(notice.id()), clock.instant());
        if (!notice.goes()) {
            outcomes.write(
                    lane.isPresent() ? notice.receiver() : DeliveryMeters.UNKNOWN,
                    work,
                    Result.Outcome.SUPPRESSED,
                    notice.silence());
            return;
        }
        lane.ifPresentOrElse(
                it -> it.offer(work),
                () -> outcomes.write(
                        DeliveryMeters.UNKNOWN, work, Result.Outcome.REFUSED, "no receiver " + notice.receiver()));
    }

    /** Keeps with the notice which trace its record belongs to, for its attempts and for those in its place. */
    private static Notice traced(ConsumerRecord<byte[], byte[]> record, Notice notice) {
        var parent = Traces.parent(record.headers());
        return parent.isEmpty() ? notice : notice.with(Traces.keeping(notice.more(), parent));
    }

    private void commit() {
        committed = System.nanoTime();
        var committable = offsets.committable();
        if (!committable.isEmpty()) {
            try {
                consumer.commitSync(committable);
                offsets.committed(committable);
            } catch (CommitFailedException | RebalanceInProgressException e) {
                LOG.info("commit left to the next owner: {}", e.getMessage());
            }
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        recall.catchUp();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        commit();
        onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        lanes.values().forEach(lane -> lane.drop(partitions));
        offsets.forget(partitions);
    }
}
