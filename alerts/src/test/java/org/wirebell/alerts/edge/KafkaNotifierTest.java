package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;

class KafkaNotifierTest {
    private static final Notice NOTICE = Notices.notice("n1", "it", "a1", 2, Notice.Kind.UPDATE);

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());

    private KafkaNotifier notifier(Duration timeout) {
        return new KafkaNotifier("alerts.out", () -> producer, Headline.Size.FULL, timeout);
    }

    @Test
    void isACloudEventInBinaryMode() throws InterruptedException {
        try (var notifier = notifier(Duration.ofSeconds(5))) {
            assertThat(notifier.send(NOTICE, Optional.empty())).isEqualTo(new Delivery.Sent("alerts.out-0@0"));
        }
        var record = producer.history().getFirst();
        assertThat(record.topic()).isEqualTo("alerts.out");
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("a1");
        var headers = new TreeMap<String, String>();
        record.headers().forEach(it -> headers.put(it.key(), new String(it.value(), StandardCharsets.UTF_8)));
        assertThat(headers)
                .isEqualTo(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "n1",
                        "ce_source", "/wirebell/rules/ferry-toll",
                        "ce_type", "wirebell.alert.updated",
                        "ce_subject", "a1",
                        "ce_time", "2026-03-01T06:01:00Z",
                        "ce_partitionkey", "a1",
                        "content-type", "application/json"));
        assertThat(Json.map(new String(record.value(), StandardCharsets.UTF_8)))
                .containsEntry("alertId", "a1")
                .containsEntry("revision", 2);
        assertThat(producer.closed()).isTrue();
    }

    @Test
    void whatGoesWrongIsAnAnswer() throws InterruptedException {
        try (var notifier = notifier(Duration.ofSeconds(5))) {
            producer.sendException = new RecordTooLargeException("1 MB");
            assertThat(notifier.send(NOTICE, Optional.empty()))
                    .isEqualTo(new Delivery.Refused("too_large", "RecordTooLargeException: 1 MB"));
            producer.sendException = new TopicAuthorizationException("alerts.out");
            assertThat(notifier.send(NOTICE, Optional.empty())).isInstanceOf(Delivery.Refused.class);
            producer.sendException = new org.apache.kafka.common.errors.TimeoutException("no metadata");
            assertThat(notifier.send(NOTICE, Optional.empty())).isInstanceOf(Delivery.Later.class);
        }
    }

    @Test
    void aBrokerThatDoesNotAnswerIsNotWaitedForLong() throws InterruptedException {
        var silent = new MockProducer<>(
                false, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
        try (var notifier = new KafkaNotifier("alerts.out", () -> silent, Headline.Size.FULL, Duration.ofMillis(100))) {
            assertThat(notifier.send(NOTICE, Optional.empty()))
                    .isEqualTo(new Delivery.Later("no answer of the brokers within PT0.1S", Duration.ZERO));
        }
    }
}
