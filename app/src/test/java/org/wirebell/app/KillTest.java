package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.broker.EmbeddedBroker;
import org.wirebell.app.broker.Scan;
import org.wirebell.app.broker.TopicSetup;
import org.wirebell.model.Item;
import org.wirebell.model.Samples;
import org.wirebell.model.Topics;

/** The processor and the alerts role are killed without warning while items stream in; then the books are checked. */
class KillTest {
    private static final int PARTITIONS = 3;
    private static final Topics TOPICS = Topics.standard();

    @Test
    void losesNothingAndTellsNothingTwice(@TempDir Path folder) throws Exception {
        run(folder, 1_200, 1);
    }

    @Test
    @Tag("chaos")
    void staysExactThroughManyKills(@TempDir Path folder) throws Exception {
        run(folder, 12_000, 8);
    }

    private static void run(Path folder, int items, int kills) throws Exception {
        try (var broker = EmbeddedBroker.start(folder.resolve("kafka"), 0)) {
            Map<String, Object> kafka = Map.of("bootstrap.servers", broker.bootstrap());
            TopicSetup.create(kafka, TOPICS, PARTITIONS, Optional.empty());
            var config = config(folder, broker.bootstrap());
            try (var processor = new SupervisedRole("process", config);
                    var alerts = new SupervisedRole("alert", config)) {
                for (int round = 0; round <= kills; round++) {
                    produce(kafka, items * round / (kills + 1), items * (round + 1) / (kills + 1));
                    if (round < kills) {
                        int some = items * round / (kills + 1) + 1;
                        until(() -> findings(kafka).size() >= some, processor, alerts);
                        processor.kill();
                        alerts.kill();
                    }
                }
                until(() -> findings(kafka).size() >= items, processor, alerts);
                until(() -> results(kafka).size() >= expectedNotices(items), processor, alerts);
            }
            audit(kafka, items);
        }
    }

    private static void until(Callable<Boolean> reached, SupervisedRole processor, SupervisedRole alerts) {
        try {
            await().atMost(Duration.ofSeconds(150))
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> {
                        processor.keepUp();
                        alerts.keepUp();
                        return reached.call();
                    });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(processor.account() + alerts.account() + broker(), e);
        }
    }

    /** What the threads of the broker, which runs in this process, are doing. */
    private static String broker() {
        return Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(true, true))
                .filter(thread -> Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith("kafka.")
                                || frame.getClassName().startsWith("org.apache.kafka.storage")))
                .map(ThreadInfo::toString)
                .collect(Collectors.joining("", "\n== broker\n", ""));
    }

    private static void audit(Map<String, Object> kafka, int items) {
        assertThat(findings(kafka)).hasSize(items).doesNotHaveDuplicates();
        var dead = new ArrayList<Long>();
        Scan.of(kafka, TOPICS.dead(), letter -> dead.add(letter.offset()));
        assertThat(dead).isEmpty();
        var updates = new ArrayList<String>();
        Scan.of(kafka, TOPICS.updates(), record -> updates.add(record.value().id()));
        assertThat(updates).doesNotHaveDuplicates().isNotEmpty();
        var notices = new ArrayList<String>();
        Scan.of(kafka, TOPICS.notices(), record -> notices.add(record.key()));
        assertThat(notices).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(expectedNotices(items));
        assertThat(results(kafka).keySet()).containsExactlyInAnyOrderElementsOf(new HashSet<>(notices));
        assertThat(results(kafka).values()).allMatch(sent -> sent == 1);
    }

    /** Each hundredth item brings a toll of a place of its own. */
    private static int expectedNotices(int items) {
        return items / 100;
    }

    private static List<String> findings(Map<String, Object> kafka) {
        var findings = new ArrayList<String>();
        Scan.of(kafka, TOPICS.findings(), record -> findings.add(record.key()));
        return findings;
    }

    /** Final results by notice, with how many there are of each. */
    private static Map<String, Integer> results(Map<String, Object> kafka) {
        var results = new HashMap<String, Integer>();
        Scan.of(kafka, TOPICS.results(), record -> {
            if (record.value().outcome().isFinal()) {
                results.merge(record.key(), 1, Integer::sum);
            }
        });
        return results;
    }

    private static void produce(Map<String, Object> kafka, int from, int to) throws Exception {
        var items = TOPICS.items();
        try (var producer = new KafkaProducer<>(
                kafka, items.keys().serializer(), items.values().serializer())) {
            var sent = new ArrayList<Future<?>>();
            for (int i = from; i < to; i++) {
                var item = item(i);
                sent.add(producer.send(new ProducerRecord<>(items.name(), item.family(), item)));
            }
            for (var acknowledged : sent) {
                acknowledged.get();
            }
        }
    }

    private static Item item(int i) {
        return i % 100 == 0
                ? Samples.item(
                        "kill-" + i,
                        "Mine collapses in " + town(i),
                        "A mine collapse in " + town(i) + " killed " + (5 + i / 100) + " people, the mine office said.")
                : Samples.item(
                        "kill-" + i,
                        "Council meets for the " + i + "th time",
                        "The council talked about roads. Item " + i + ".");
    }

    /** A name of its own for each number. */
    private static String town(int i) {
        var syllables = List.of("bor", "dan", "kel", "mir", "nov", "par", "rus", "sel", "tor", "vel");
        var name = new StringBuilder();
        for (int rest = i + 1_000; rest > 0; rest /= 10) {
            name.append(syllables.get(rest % 10));
        }
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }

    private static Path config(Path folder, String bootstrap) throws IOException {
        return Files.writeString(folder.resolve("wirebell.yaml"), """
                kafka: {bootstrap: "%s", partitions: 3}
                processor: {state-dir: "%s/processor"}
                alerts:
                  state-dir: "%s/alerts"
                  rules:
                    - id: toll
                      receivers: [console]
                      max-age: P3650D
                      figure: {category: [killed], first: true}
                operations: {port: 0}
                """.formatted(bootstrap, folder, folder));
    }
}
