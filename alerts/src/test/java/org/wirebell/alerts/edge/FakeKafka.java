package org.wirebell.alerts.edge;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;
import org.wirebell.model.Result;
import org.wirebell.model.Topics;

/** One partition of notices and one of results, in memory. */
final class FakeKafka {
    static final Topics TOPICS = Topics.standard();

    private final TopicPartition notices = new TopicPartition(TOPICS.notices().name(), 0);
    private final TopicPartition results = new TopicPartition(TOPICS.results().name(), 0);
    final Reader noticeReader = new Reader();
    final Reader resultReader = new Reader();
    final MockProducer<byte[], byte[]> producer;
    private long offset;

    FakeKafka(boolean acknowledges, List<Result> earlier) {
        producer = new MockProducer<>(
                acknowledges, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
        var node = new Node(0, "fake", 1);
        resultReader.updatePartitions(
                results.topic(), List.of(new PartitionInfo(results.topic(), 0, node, new Node[0], new Node[0])));
        resultReader.updateBeginningOffsets(Map.of(results, 0L));
        resultReader.updateEndOffsets(Map.of(results, (long) earlier.size()));
        resultReader.schedulePollTask(() -> {
            for (int i = 0; i < earlier.size(); i++) {
                resultReader.addRecord(
                        new ConsumerRecord<>(results.topic(), 0, i, new byte[0], Json.write(earlier.get(i))));
            }
        });
        noticeReader.updateBeginningOffsets(Map.of(notices, 0L));
        noticeReader.schedulePollTask(() -> noticeReader.rebalance(List.of(notices)));
    }

    TopicPartition noticePartition() {
        return notices;
    }

    void put(Notice... planned) {
        for (var notice : planned) {
            put(Json.write(notice));
        }
    }

    void put(byte[] value) {
        put(value, new RecordHeaders());
    }

    void put(byte[] value, Headers headers) {
        long at = offset++;
        noticeReader.schedulePollTask(() -> noticeReader.addRecord(new ConsumerRecord<>(
                notices.topic(),
                0,
                at,
                0,
                TimestampType.CREATE_TIME,
                0,
                value.length,
                new byte[0],
                value,
                headers,
                Optional.empty())));
    }

    /** How far notices are committed. */
    long committed() {
        return Optional.ofNullable(
                        noticeReader.committed(java.util.Set.of(notices)).get(notices))
                .map(org.apache.kafka.clients.consumer.OffsetAndMetadata::offset)
                .orElse(0L);
    }

    /** Results as "notice outcome attempts", in order. */
    List<String> written() {
        return producer.history().stream()
                .filter(record -> record.topic().equals(results.topic()))
                .map(record -> Json.read(record.value(), Result.class))
                .map(result -> result.notice() + " " + result.outcome() + " " + result.attempts())
                .toList();
    }

    /** Notices that delivery itself planned. */
    List<Notice> planned() {
        return producer.history().stream()
                .filter(record -> record.topic().equals(notices.topic()))
                .map(record -> Json.read(record.value(), Notice.class))
                .toList();
    }

    /** Results with all they hold. */
    List<Result> results() {
        return producer.history().stream()
                .filter(record -> record.topic().equals(results.topic()))
                .map(record -> Json.read(record.value(), Result.class))
                .toList();
    }

    List<String> dead() {
        return producer.history().stream()
                .filter(record -> record.topic().equals(TOPICS.dead().name()))
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    Workers.Connections connections() {
        return new Workers.Connections(noticeReader, resultReader, producer);
    }

    /** What Kafka's own fake lacks: it does not wait in a poll, and knows no times. */
    static final class Reader extends MockConsumer<byte[], byte[]> {
        Reader() {
            super("earliest");
        }

        @Override
        public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            return super.poll(timeout);
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> times) {
            var starts = new java.util.HashMap<TopicPartition, OffsetAndTimestamp>();
            times.forEach((partition, time) -> starts.put(partition, new OffsetAndTimestamp(0, time)));
            return starts;
        }
    }
}
