package org.wirebell.alerts.edge;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.wirebell.model.Dead;
import org.wirebell.model.Json;
import org.wirebell.model.Result;
import org.wirebell.model.Topics;

/** Writes what became of notices. Only when the broker has the end of a notice is its offset finished. */
final class Outcomes {
    private final Producer<byte[], byte[]> producer;
    private final Topics topics;
    private final Offsets offsets;
    private final Known known;
    private final DeliveryMeters meters;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Outcomes(
            Producer<byte[], byte[]> producer,
            Topics topics,
            Offsets offsets,
            Known known,
            DeliveryMeters meters,
            InstantSource clock) {
        this.producer = producer;
        this.topics = topics;
        this.offsets = offsets;
        this.known = known;
        this.meters = meters;
        this.clock = clock;
    }

    /** @param receiver as in the configuration, or {@link DeliveryMeters#UNKNOWN} */
    void write(String receiver, Work work, Result.Outcome outcome, String detail) {
        var notice = work.notice();
        var now = clock.instant();
        var latency = Duration.between(notice.alert().received(), now);
        var result = new Result(
                notice.id(),
                notice.alert().id(),
                notice.receiver(),
                outcome,
                work.attempts(),
                now,
                latency.toMillis() / 1_000.0,
                Plain.line(detail, 500),
                Map.of());
        known.add(result);
        meters.ended(receiver, outcome);
        if (outcome == Result.Outcome.SENT) {
            meters.accepted(notice, latency.isNegative() ? Duration.ZERO : latency);
        }
        var record = new ProducerRecord<>(
                topics.results().name(), notice.id().getBytes(StandardCharsets.UTF_8), Json.write(result));
        producer.send(record, (_, problem) -> {
            if (problem != null) {
                fail(problem);
            } else if (outcome.isFinal()) {
                offsets.finish(work.partition(), work.offset());
            }
        });
    }

    /** Puts aside a record that is no notice, with its bytes. */
    void dead(ConsumerRecord<byte[], byte[]> record, String detail) {
        var dead = new ProducerRecord<>(topics.dead().name(), record.key(), record.value());
        Map.of(
                        Dead.WHERE,
                        "alerts",
                        Dead.WHY,
                        "not_a_notice",
                        Dead.DETAIL,
                        Plain.line(detail, 500),
                        Dead.SOURCE,
                        record.topic() + "-" + record.partition() + "@" + record.offset(),
                        Dead.AT,
                        clock.instant().toString())
                .forEach((name, value) -> dead.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(dead, (_, problem) -> {
            if (problem != null) {
                fail(problem);
            } else {
                offsets.finish(new TopicPartition(record.topic(), record.partition()), record.offset());
            }
        });
    }

    void fail(Throwable problem) {
        failure.compareAndSet(null, problem);
    }

    /** What went wrong first, if anything did; delivery must stop then. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }
}
