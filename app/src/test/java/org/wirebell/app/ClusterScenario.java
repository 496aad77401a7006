package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.wirebell.app.broker.Scan;
import org.wirebell.app.config.ConfigFile;
import org.wirebell.app.config.Loaded;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;
import org.wirebell.model.Samples;

/** Processor and alerts against a cluster that stands already: a toll comes in, a notice goes out. */
final class ClusterScenario {
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
