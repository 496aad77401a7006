package org.wirebell.alerts.edge;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.wirebell.model.Notice;

/**
 * A Kafka topic, CloudEvents 1.0 in binary mode: attributes as {@code ce_} headers, the value as webhooks have it under
 * {@code data}. Key and partition key are the alert's id, so that a compacted topic keeps the newest revision of each.
 */
final class KafkaNotifier implements Notifier, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String topic;
    private final Supplier<Producer<byte[], byte[]>> connect;
    private final Headline.Size size;
    private final Duration timeout;
    private Optional<Producer<byte[], byte[]>> producer = Optional.empty();

    /** @param connect called at the first notice */
    KafkaNotifier(String topic, Supplier<Producer<byte[], byte[]>> connect, Headline.Size size, Duration timeout) {
        this.topic = topic;
        this.connect = connect;
        this.size = size;
        this.timeout = timeout;
    }

    @Override
    public Delivery send(Notice notice, Optional<Shown> earlier) throws InterruptedException {
        try {
            var written = producer().send(record(notice)).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Delivery.Sent(written.topic() + "-" + written.partition() + "@" + written.offset());
        } catch (TimeoutException _) {
            return later("no answer of the brokers within " + timeout);
        } catch (ExecutionException e) {
            return judged(Optional.ofNullable(e.getCause()).orElse(e));
        } catch (KafkaException e) {
            return judged(e);
        }
    }

    private synchronized Producer<byte[], byte[]> producer() {
        var open = producer.orElseGet(connect);
        producer = Optional.of(open);
        return open;
    }

    private ProducerRecord<byte[], byte[]> record(Notice notice) {
        var alert = notice.alert();
        var record = new ProducerRecord<>(topic, bytes(alert.id()), WebhookBody.data(notice, size));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", notice.id(),
                        "ce_source", "/wirebell/rules/" + Plain.line(alert.rule(), 200),
                        "ce_type", WebhookBody.type(notice.kind()),
                        "ce_subject", alert.id(),
                        "ce_time", notice.planned().toString(),
                        "ce_partitionkey", alert.id(),
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Delivery judged(Throwable problem) {
        var why = problem.getClass().getSimpleName() + ": " + problem.getMessage();
        return switch (problem) {
            case RecordTooLargeException _ -> new Delivery.Refused("too_large", Plain.line(why, 300));
            case InvalidTopicException _ -> new Delivery.Refused("no_topic", Plain.line(why, 300));
            case AuthorizationException _ -> new Delivery.Refused("not_allowed", Plain.line(why, 300));
            default -> later(why);
        };
    }

    private static Delivery later(String why) {
        return new Delivery.Later(Plain.line(why, 300), Duration.ZERO);
    }

    @Override
    public synchronized void close() {
        producer.ifPresent(open -> open.close(PATIENCE));
    }
}
