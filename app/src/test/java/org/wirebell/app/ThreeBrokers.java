package org.wirebell.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;

/**
 * Three brokers in processes of their own, each a voter of the controllers' quorum too. Two of three must have a record. As with Kafka's own
 * defaults a topic has one copy unless who creates it asks for more.
 */
final class ThreeBrokers implements AutoCloseable {
    static final int COPIES = 3;
    private static final String HOST = "127.0.0.1:";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final List<BrokerProcess> brokers = new ArrayList<>();

    static ThreeBrokers start(Path folder) throws IOException {
        var three = new ThreeBrokers();
        boolean started = false;
        try {
            three.launch(folder);
            started = true;
            return three;
        } finally {
            if (!started) {
                three.close();
            }
        }
    }

    private void launch(Path folder) throws IOException {
        var controllers = new ArrayList<Integer>();
        for (int i = 0; i < COPIES; i++) {
            controllers.add(BrokerProcess.free());
        }
        var voters = IntStream.range(0, COPIES)
                .mapToObj(i -> (i + 1) + "@" + HOST + controllers.get(i))
                .collect(Collectors.joining(","));
        for (int i = 0; i < COPIES; i++) {
            int client = BrokerProcess.free();
            brokers.add(BrokerProcess.launch(
                    folder.resolve("kafka-" + (i + 1)),
                    client,
                    List.of(
                            "node.id=" + (i + 1),
                            "controller.quorum.voters=" + voters,
                            "listeners=PLAINTEXT://" + HOST + client + ",CONTROLLER://" + HOST + controllers.get(i),
                            "broker.session.timeout.ms=3000", // a dead one is known in 3 s, not in 9
                            "broker.heartbeat.interval.ms=500",
                            "offsets.topic.replication.factor=" + COPIES,
                            "transaction.state.log.replication.factor=" + COPIES,
                            "transaction.state.log.min.isr=2",
                            "min.insync.replicas=2")));
        }
        brokers.forEach(BrokerProcess::awaitStart);
    }

    BrokerProcess broker(int number) {
        return brokers.get(number);
    }

    String bootstrap() {
        return brokers.stream().map(BrokerProcess::bootstrap).collect(Collectors.joining(","));
    }

    /** Until every copy of everything is as far as its leader. */
    void awaitCopies() {
        await("all copies")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> topics().values().stream()
                        .flatMap(topic -> topic.partitions().stream())
                        .allMatch(partition ->
                                partition.isr().size() == partition.replicas().size()));
    }

    /** Of every topic, Kafka's own among them: its name and how many copies it has. */
    Map<String, Integer> copies() throws Exception {
        return topics().values().stream()
                .collect(Collectors.toMap(
                        TopicDescription::name,
                        topic -> topic.partitions().getFirst().replicas().size()));
    }

    private Map<String, TopicDescription> topics() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            var names = admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
            return admin.describeTopics(names).allTopicNames().get();
        }
    }

    @Override
    public void close() {
        brokers.forEach(BrokerProcess::close);
    }
}
