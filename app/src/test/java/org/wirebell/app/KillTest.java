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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
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
import org.wirebell.app.config.ConfigFile;
import org.wirebell.app.config.Loaded;
import org.wirebell.model.Item;
import org.wirebell.model.Topics;

/**
 * The processor and the alerts role are killed without warning while items stream in: at moments that a seed chooses, and right
 * when a receiver has answered. Then {@link Books} decides whether anything was lost, doubled, or told wrongly.
 */
class KillTest {
    private static final int PARTITIONS = 3;
    private static final Topics TOPICS = Topics.standard();
    private static final String WATCH = "watch";

    @Test
    void losesNothingAndTellsNothingTwice(@TempDir Path folder) throws Exception {
        new Trial(folder, 600, 3, 7).run();
    }

    @Test
    @Tag("chaos")
    void staysExactThroughManyKills(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("chaos.seed", new Random().nextLong(1_000_000));
        new Trial(folder, 12_000, 20, seed).run();
    }

    /** One run. A failure names the seed. */
    private static final class Trial {
        private final Path folder;
        private final int kills;
        private final Random random;
        private final long seed;
        private final List<Item> items;
        private final List<Loopback.Asked> heard = new CopyOnWriteArrayList<>();
        private final AtomicBoolean killOnAnswer = new AtomicBoolean();
        private Map<String, Object> kafka = Map.of();
        private int alertKills;

        private Trial(Path folder, int items, int kills, long seed) {
            this.folder = folder;
            this.kills = kills;
            this.seed = seed;
            this.random = new Random(seed);
            this.items = Tolls.items(items);
        }

        private void run() throws Exception {
            System.out.println("kill test: " + items.size() + " items, " + kills + " kills, seed " + seed);
            try (var broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
                    var web = Loopback.start()) {
                kafka = Map.of("bootstrap.servers", broker.bootstrap());
                TopicSetup.create(kafka, TOPICS, PARTITIONS, Optional.empty());
                var config = config(broker.bootstrap(), web);
                try (var processor = new SupervisedRole("process", config);
                        var alerts = new SupervisedRole("alert", config)) {
                    web.answer("/watch", asked -> answer(asked, alerts));
                    for (int round = 0; round <= kills; round++) {
                        int from = items.size() * round / (kills + 1);
                        int to = items.size() * (round + 1) / (kills + 1);
                        produce(items.subList(from, to));
                        if (round < kills) {
                            kill(from + random.nextInt(Math.max(1, to - from)), processor, alerts);
                        }
                    }
                    until(() -> count(TOPICS.findings()) >= items.size(), processor, alerts);
                    until(this::allEnded, processor, alerts);
                }
                var rules = rules(config);
                assertThat(new Books(kafka, TOPICS, items, rules, WATCH, heard, alertKills).faults())
                        .as("seed " + seed)
                        .isEmpty();
                assertThat(heard).as("something was told").hasSizeGreaterThan(items.size() / 50);
            }
        }

        /** Once so many findings are there, one of the two dies: by chance, or at the receiver's next answer. */
        private void kill(int findings, SupervisedRole processor, SupervisedRole alerts) throws Exception {
            until(() -> count(TOPICS.findings()) >= findings, processor, alerts);
            switch (random.nextInt(3)) {
                case 0 -> processor.kill();
                case 1 -> {
                    alertKills++;
                    alerts.kill();
                }
                default -> {
                    alertKills++;
                    killOnAnswer.set(true);
                }
            }
        }

        private Loopback.Answer answer(Loopback.Asked asked, SupervisedRole alerts) {
            heard.add(asked);
            if (killOnAnswer.compareAndSet(true, false)) {
                Thread.ofVirtual().start(() -> {
                    try {
                        alerts.kill();
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
            return new Loopback.Answer(200, "");
        }

        /** Whether nothing is under way any more: each notice has its end, and the planner has read all there is. */
        private boolean allEnded() {
            var planned = new ArrayList<String>();
            Scan.of(kafka, TOPICS.notices(), record -> planned.add(record.key()));
            var ended = new ArrayList<String>();
            Scan.of(kafka, TOPICS.results(), record -> {
                if (record.value().outcome().isFinal()) {
                    ended.add(record.key());
                }
            });
            return planned.size() >= Tolls.notices(items.size()) && ended.containsAll(planned);
        }

        private int count(org.wirebell.model.Topic<?, ?> topic) {
            var count = new ArrayList<Long>();
            Scan.of(kafka, topic, record -> count.add(record.offset()));
            return count.size();
        }

        private void produce(List<Item> some) throws Exception {
            var topic = TOPICS.items();
            try (var producer = new KafkaProducer<>(
                    kafka, topic.keys().serializer(), topic.values().serializer())) {
                var sent = new ArrayList<Future<?>>();
                for (var item : some) {
                    sent.add(producer.send(new ProducerRecord<>(topic.name(), item.family(), item)));
                }
                for (var acknowledged : sent) {
                    acknowledged.get();
                }
            }
        }

        private Path config(String bootstrap, Loopback web) throws IOException {
            Files.writeString(folder.resolve("secret"), "whsec_" + "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0");
            return Files.writeString(folder.resolve("wirebell.yaml"), """
                    kafka: {bootstrap: "%s", partitions: 3}
                    processor: {state-dir: "%s/processor"}
                    alerts:
                      state-dir: "%s/alerts"
                      delivery: {allow-private-receivers: true}
                      desks: {main: {budget: {per-hour: 100000, burst: 100000}, storm: 100000}}
                      receivers:
                        webhooks:
                          watch: {url: "%s", secret-files: ["%s/secret"]}
                      rules:
                        - id: toll
                          receivers: [console, watch]
                          max-age: P3650D
                          figure: {category: [killed], first: true, rise-by: 5, retracted: true}
                    operations: {port: 0}
                    """.formatted(
                            bootstrap, folder, folder, web.at("/watch"), folder));
        }

        private static List<org.wirebell.alerts.decide.Rule> rules(Path config) {
            return switch (ConfigFile.load(config, AppConfig.class)) {
                case Loaded.Good<AppConfig>(var good) -> good.alerts().rules();
                case Loaded.Bad<AppConfig>(var complaints) -> throw new IllegalStateException(complaints.toString());
            };
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

    /** Invented reports: of each hundred one tells a toll in a town of its own, one raises it, one in three is taken back. */
    private static final class Tolls {
        private static List<Item> items(int count) {
            var items = new ArrayList<Item>();
            for (int i = 0; i < count; i++) {
                items.add(item(i));
            }
            return items;
        }

        private static Item item(int i) {
            int town = i / 30;
            return switch (i % 30) {
                case 0 -> News.toll(name(town), 1, 5 + town % 7);
                case 12 -> News.toll(name(town), 2, 15 + town % 7);
                case 24 -> town % 3 == 0 ? News.kill(name(town), 3, "Kill: mine collapses in " + name(town)) : plain(i);
                default -> plain(i);
            };
        }

        private static Item plain(int i) {
            return News.item(
                    "plain-" + i,
                    1,
                    "Council meets for the " + i + "th time",
                    "The council talked about roads. Item " + i + ".",
                    Map.of());
        }

        /** So many notices are planned: of each toll and each rise, and of each that is taken back, for three receivers. */
        private static int notices(int items) {
            int towns = items / 30;
            return 3 * (2 * towns + (towns + 2) / 3);
        }

        /** A name of its own for each number. */
        private static String name(int town) {
            var syllables = List.of("bor", "dan", "kel", "mir", "nov", "par", "rus", "sel", "tor", "vel");
            var name = new StringBuilder();
            for (int rest = town + 1_000; rest > 0; rest /= 10) {
                name.append(syllables.get(rest % 10));
            }
            return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        }
    }
}
