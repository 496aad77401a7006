package org.wirebell.alerts.edge;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
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
import org.wirebell.model.Notice;
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
        write(receiver, work, outcome, new Delivery.Sent(detail), List.of());
    }

    /**
     * @param end what the channel answered last, or what is to be said without an attempt
     * @param others notices that must be planned before this one may end
     */
    void write(String receiver, Work work, Result.Outcome outcome, Delivery.Sent end, List<Notice> others) {
        var result = result(work, outcome, end);
        known.add(result);
        meters.ended(receiver, outcome);
        if (outcome == Result.Outcome.SENT) {
            double seconds = Math.max(0, result.latencySeconds());
            meters.accepted(work.notice(), Duration.ofMillis(Math.round(seconds * 1_000)));
        }
        plan(
                others,
                () -> send(topics.results().name(), result.notice(), Json.write(result), () -> {
                    if (outcome.isFinal()) {
                        offsets.finish(work.partition(), work.offset());
                    }
                }));
    }

    private Result result(Work work, Result.Outcome outcome, Delivery.Sent end) {
        var notice = work.notice();
        var now = clock.instant();
        Map<String, Object> more = new HashMap<>();
        if (outcome == Result.Outcome.SENT) {
            more.put(Known.REVISION, work.revision());
            Optional.ofNullable(notice.more().get(Known.INSTEAD_OF)).ifPresent(it -> more.put(Known.INSTEAD_OF, it));
            if (end.anew()) {
                more.put(Known.ANEW, true);
            }
        }
        return new Result(
                notice.id(),
                notice.alert().id(),
                notice.receiver(),
                outcome,
                work.attempts(),
                now,
                Duration.between(notice.alert().received(), now).toMillis() / 1_000.0,
                Plain.line(end.detail(), 500),
                end.handle(),
                more);
    }

    /** Plans notices of delivery's own, one after the other, and goes on when the broker has them all. */
    void plan(List<Notice> notices, Runnable then) {
        if (notices.isEmpty()) {
            then.run();
            return;
        }
        var next = notices.getFirst();
        meters.planned(next);
        send(
                topics.notices().name(),
                next.id(),
                Json.write(next),
                () -> plan(notices.subList(1, notices.size()), then));
    }

    private void send(String topic, String key, byte[] value, Runnable then) {
        producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value), (_, problem) -> {
            if (problem != null) {
                fail(problem);
            } else {
                then.run();
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
