package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.wirebell.app.broker.Scan;
import org.wirebell.app.broker.TopicSetup;
import org.wirebell.app.config.ConfigFile;
import org.wirebell.app.config.Loaded;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;
import org.wirebell.model.Samples;
import org.wirebell.model.Topics;

/** Processor and alerts against a cluster that stands already: a toll comes in, a notice goes out. */
final class ClusterScenario {
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private ClusterScenario() {}

    static void run(String bootstrap, Path folder) throws Exception {
        var config = config(bootstrap, folder);
        var printed = new ByteArrayOutputStream();
        try (var console = new PrintStream(printed, true, StandardCharsets.UTF_8);
                var station =
                        Station.start(config, EnumSet.of(Role.PROCESS, Role.ALERT), InstantSource.system(), console)) {
            var items = config.kafka().topics().items();
            var item = Samples.item(
                    "toll-1",
                    "Mine collapses in Norbel",
                    "A mine collapse in Norbel killed 12 people, the mine office said.");
            try (var producer = new KafkaProducer<>(
                    station.kafka(), items.keys().serializer(), items.values().serializer())) {
                producer.send(new ProducerRecord<>(items.name(), item.family(), item))
                        .get();
                producer.send(new ProducerRecord<>(items.name(), item.family(), item))
                        .get();
            }
            await().atMost(Duration.ofSeconds(120))
                    .until(() -> printed.toString(StandardCharsets.UTF_8).contains("12"));
            List<String> findings = new ArrayList<>();
            Scan.of(station.kafka(), config.kafka().topics().findings(), record -> findings.add(record.key()));
            assertThat(findings).containsExactly(item.family());
            assertThat(printed.toString(StandardCharsets.UTF_8))
                    .contains("the mine office")
                    .contains("A mine collapse in Norbel killed 12 people");
        }
    }

    /** Two processors in processes of their own share the work; one is killed without warning, and the other does it all. */
    static void failover(String bootstrap, Path folder) throws Exception {
        var topics = Topics.standard();
        var kafka = Map.<String, Object>of("bootstrap.servers", bootstrap);
        TopicSetup.create(kafka, topics, 3, Optional.empty());
        try (var first = processor(1, bootstrap, folder);
                var second = processor(2, bootstrap, folder)) {
            send(kafka, 0, 20);
            await().atMost(PATIENCE).until(() -> findings(kafka).size() == 20);
            first.kill();
            send(kafka, 20, 40);
            await().atMost(PATIENCE).until(() -> findings(kafka).size() >= 40);
            assertThat(findings(kafka)).hasSize(40).doesNotHaveDuplicates();
            assertThat(second.alive()).isTrue();
        }
    }

    private static List<String> findings(Map<String, Object> kafka) {
        var findings = new ArrayList<String>();
        Scan.of(kafka, Topics.standard().findings(), record -> findings.add(record.key()));
        return findings;
    }

    private static void send(Map<String, Object> kafka, int from, int to) throws Exception {
        var items = Topics.standard().items();
        try (var producer = new KafkaProducer<>(
                kafka, items.keys().serializer(), items.values().serializer())) {
            for (int i = from; i < to; i++) {
                var item =
                        Samples.item("council-" + i, "Council meets " + i, "The council talked about road " + i + ".");
                producer.send(new ProducerRecord<>(items.name(), item.family(), item))
                        .get();
            }
        }
    }

    private static Child processor(int number, String bootstrap, Path folder) throws IOException {
        var config = Files.writeString(
                folder.resolve("processor-" + number + ".yaml"), """
                kafka: {bootstrap: "%s", partitions: 3}
                processor: {instance-id: processor-%d, state-dir: "%s/processor-%d"}
                operations: {port: 0}
                """.formatted(bootstrap, number, folder, number));
        var command = new ArrayList<>(Program.ours().command());
        command.addAll(List.of("process", "--config", config.toString()));
        return new Child(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "failover-" + number + ".log").toFile())
                .start());
    }

    /** A process of ours. */
    private record Child(Process process) implements AutoCloseable {
        void kill() {
            process.destroyForcibly().onExit().join();
        }

        boolean alive() {
            return process.isAlive();
        }

        @Override
        public void close() {
            kill();
        }
    }

    private static AppConfig config(String bootstrap, Path folder) {
        var yaml = """
                kafka: {bootstrap: "%s", partitions: 3}
                processor: {state-dir: "%s/processor"}
                alerts:
                  state-dir: "%s/alerts"
                  rules:
                    - {id: toll, receivers: [console], max-age: P3650D, figure: {category: [killed], first: true}}
                operations: {port: 0}
                """.formatted(bootstrap, folder, folder);
        return switch (ConfigFile.read("scenario", yaml, AppConfig.class)) {
            case Loaded.Good<AppConfig>(var config) -> config;
            case Loaded.Bad<AppConfig> bad -> throw new AssertionError(bad.toString());
        };
    }
}
