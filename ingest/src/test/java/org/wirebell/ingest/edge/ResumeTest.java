package org.wirebell.ingest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirebell.model.Samples.T0;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.due.Why;
import org.wirebell.model.FeedState;
import org.wirebell.model.Json;
import org.wirebell.model.Topics;

@Timeout(30)
class ResumeTest {
    private static final String FEEDS = Topics.standard().feeds().name();
    private static final FeedState ONE = Standing.start("one", "https://one.example/rss");
    private static final FeedState LATER = Standing.failed(ONE, Why.TIMEOUT, "", "", T0);
    private static final FeedState TWO = Standing.start("two", "https://two.example/rss");

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());

    @Test
    void readsAllPartitionsToTheirEndsAndKeepsTheNewest() {
        topic(2);
        consumer.schedulePollTask(() -> {
            record(0, 0, "one", Json.write(ONE));
            record(1, 0, "two", Json.write(TWO));
            record(1, 1, "gone", Json.write(TWO));
            record(1, 2, "gone", null);
            record(1, 3, "broken", "{\"schema\":\"wirebell.other\"}".getBytes(StandardCharsets.UTF_8));
        });
        consumer.schedulePollTask(() -> record(0, 1, "one", Json.write(LATER)));
        ends(Map.of(0, 2L, 1, 4L));
        assertThat(Resume.read(consumer, Topics.standard().feeds())).isEqualTo(Map.of("one", LATER, "two", TWO));
    }

    @Test
    void anEmptyTopicIsAFirstStart() {
        topic(1);
        ends(Map.of(0, 0L));
        assertThat(Resume.read(consumer, Topics.standard().feeds())).isEmpty();
    }

    @Test
    void aMissingTopicIsSaid() {
        consumer.updatePartitions(FEEDS, List.of());
        assertThatThrownBy(() -> Resume.read(consumer, Topics.standard().feeds()))
                .hasMessageContaining("there is no topic " + FEEDS);
    }

    private void topic(int partitions) {
        var nodes = new Node[] {new Node(1, "localhost", 9092)};
        consumer.updatePartitions(
                FEEDS,
                IntStream.range(0, partitions)
                        .mapToObj(i -> new PartitionInfo(FEEDS, i, nodes[0], nodes, nodes))
                        .toList());
    }

    private void ends(Map<Integer, Long> offsets) {
        var ends = new HashMap<TopicPartition, Long>();
        var starts = new HashMap<TopicPartition, Long>();
        offsets.forEach((partition, end) -> {
            ends.put(new TopicPartition(FEEDS, partition), end);
            starts.put(new TopicPartition(FEEDS, partition), 0L);
        });
        consumer.updateEndOffsets(ends);
        consumer.updateBeginningOffsets(starts);
    }

    private void record(int partition, long offset, String key, byte[] value) {
        consumer.addRecord(new ConsumerRecord<>(FEEDS, partition, offset, key.getBytes(StandardCharsets.UTF_8), value));
    }
}
