package org.wirebell.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.model.FeedState;
import org.wirebell.model.Samples;
import org.wirebell.model.Topic;
import org.wirebell.model.Topics;

class EmbeddedBrokerTest {
    /** So many sets of topics are created that a moment too early is met. */
    private static final int SETS = 4;

    private final Topics topics = Topics.standard();

    @Test
    void keepsItsDataOverARestart(@TempDir Path folder) throws Exception {
        try (var broker = EmbeddedBroker.start(folder, 0)) {
            TopicSetup.create(kafka(broker), topics, 3, Optional.empty());
            TopicSetup.create(kafka(broker), topics, 3, Optional.empty());
            try (var producer = new KafkaProducer<>(
                    kafka(broker),
                    topics.feeds().keys().serializer(),
                    topics.feeds().values().serializer())) {
                producer.send(new ProducerRecord<>(topics.feeds().name(), 1, "coastwire", Samples.feed()))
                        .get();
            }
        }
        try (var broker = EmbeddedBroker.start(folder, 0)) {
            assertThat(first(broker)).isEqualTo(Samples.feed());
        }
    }

    @Test
    void createsTopicsWithTheirOwnSettings(@TempDir Path folder) throws Exception {
        try (var broker = EmbeddedBroker.start(folder, 0)) {
            TopicSetup.create(kafka(broker), topics, 3, Optional.empty());
            try (var admin = Admin.create(kafka(broker))) {
                assertThat(policy(admin, "wirebell.ledger", "cleanup.policy")).isEqualTo("compact");
                assertThat(policy(admin, "wirebell.items", "cleanup.policy")).isEqualTo("delete");
                assertThat(policy(admin, "wirebell.notices", "retention.ms"))
                        .isEqualTo(Long.toString(Duration.ofDays(400).toMillis()));
                assertThat(policy(admin, "wirebell.results", "message.timestamp.after.max.ms"))
                        .as("stamped by a clock of ours, right or wrong")
                        .isEqualTo(Long.toString(Long.MAX_VALUE));
                assertThat(policy(admin, "wirebell.items", "message.timestamp.after.max.ms"))
                        .as("what is received cannot be from the future")
                        .isEqualTo(Long.toString(Duration.ofHours(1).toMillis()));
                var items = admin.describeTopics(List.of("wirebell.items"))
                        .allTopicNames()
                        .get();
                assertThat(items.get("wirebell.items").partitions()).hasSize(3);
            }
        }
    }

    @Test
    void topicsTakeRecordsAtOnceWhenCreatedAndAfterARestart(@TempDir Path folder) throws Exception {
        for (int start = 0; start < 3; start++) {
            try (var broker = EmbeddedBroker.start(folder, 0)) {
                for (int set = 0; set < SETS; set++) {
                    var some = new Topics("set" + set + ".");
                    TopicSetup.create(kafka(broker), some, 3, Optional.empty());
                    sendWithOneTry(broker, some.dead());
                }
            }
        }
    }

    /** Fails where a producer with several batches on the way would let them overtake each other. */
    private static void sendWithOneTry(EmbeddedBroker broker, Topic<byte[], byte[]> topic) throws Exception {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", broker.bootstrap(), "retries", 0, "enable.idempotence", false);
        try (var producer = new KafkaProducer<>(
                settings, topic.keys().serializer(), topic.values().serializer())) {
            for (int partition = 0; partition < 3; partition++) {
                producer.send(new ProducerRecord<>(topic.name(), partition, new byte[1], new byte[1]))
                        .get();
            }
        }
    }

    @Test
    void namesAPortThatIsTaken(@TempDir Path folder) throws IOException {
        try (var taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedBroker.start(folder, taken.getLocalPort()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
    }

    private FeedState first(EmbeddedBroker broker) {
        try (var consumer = new KafkaConsumer<>(
                kafka(broker),
                topics.feeds().keys().deserializer(),
                topics.feeds().values().deserializer())) {
            var partition = new TopicPartition(topics.feeds().name(), 1);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }

    private static String policy(Admin admin, String topic, String key) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get(key)
                .value();
    }

    private static Map<String, Object> kafka(EmbeddedBroker broker) {
        return Map.of("bootstrap.servers", broker.bootstrap());
    }
}
