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
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ConditionTimeoutException;
import org.wirebell.alerts.decide.Rule;
import org.wirebell.app.broker.EmbeddedBroker;
import org.wirebell.app.broker.Scan;
import org.wirebell.app.broker.TopicSetup;
import org.wirebell.app.config.ConfigFile;
import org.wirebell.app.config.Loaded;
import org.wirebell.model.Item;
import org.wirebell.model.Topic;
import org.wirebell.model.Topics;

/**
 * Items stream through the processor and the alerts role, each in a process of its own, while trouble strikes. Then {@link Books} decides
 * whether anything was lost, doubled, or told wrongly. A failure names the seed.
 */
final class Trial {
    private static final int PARTITIONS = 3;
    private static final Topics TOPICS = Topics.standard();
    private static final String WATCH = "watch";

    private final Path folder;
    private final Random random;
    private final long seed;
    private final List<Item> items;
    private final List<Loopback.Asked> heard = new CopyOnWriteArrayList<>();
    private final List<SupervisedRole> roles = new CopyOnWriteArrayList<>();
    private final AtomicReference<Runnable> onAnswer = new AtomicReference<>(() -> {});
    private final Program program;
    private Map<String, Object> kafka = Map.of();
    private List<Item> later = List.of();
    private int produced;
    private int alertKills;

    Trial(Path folder, int items, long seed) {
        this(folder, items, seed, Program.ours());
    }

    /** @param program of the roles as they start */
    Trial(Path folder, int items, long seed, Program program) {
        this(folder, Tolls.items(items, 0), seed, program);
    }

    /** @param items as {@link Tolls} makes them */
    Trial(Path folder, List<Item> items, long seed, Program program) {
        this.program = program;
        this.folder = folder;
        this.seed = seed;
        this.random = new Random(seed);
        this.items = items;
    }

    /** What befalls the roles between two parts of the stream. */
    interface Trouble {
        void strike(Trial trial, SupervisedRole processor, SupervisedRole alerts) throws Exception;
    }

    /** Strikes so often, each time when some of the items that were sent have come out. */
    void run(int times, Trouble trouble) throws Exception {
        try (var broker = EmbeddedBroker.start(folder.resolve("kafka"), 0)) {
            on(broker.bootstrap(), 1, times, trouble);
        }
    }

    /**
     * As above, on brokers that run already.
     *
     * @param copies of each topic
     */
    void on(String bootstrap, int copies, int times, Trouble trouble) throws Exception {
        System.out.println("trial: " + items.size() + " items, trouble " + times + " times, seed " + seed);
        try (var web = Loopback.start()) {
            kafka = Map.of("bootstrap.servers", bootstrap);
            TopicSetup.create(kafka, TOPICS, PARTITIONS, Optional.of((short) copies));
            web.answer("/watch", this::answer);
            var config = config(bootstrap, copies, web, 1);
            config(bootstrap, copies, web, 2);
            try {
                var processor = start("process", 1);
                var alerts = start("alert", 1);
                for (int round = 0; round <= times; round++) {
                    int from = items.size() * round / (times + 1);
                    int to = items.size() * (round + 1) / (times + 1);
                    int half = (from + to) / 2;
                    produce(items.subList(from, half));
                    later = items.subList(half, to);
                    if (round < times) {
                        int some = from + random.nextInt(Math.max(1, half - from));
                        until(() -> findings() >= some);
                        trouble.strike(this, processor, alerts);
                    }
                    sendMore();
                }
                until(() -> findings() >= items.size());
                until(this::allEnded);
            } finally {
                roles.forEach(SupervisedRole::close);
            }
            assertThat(new Books(kafka, TOPICS, items, rules(config), WATCH, heard, alertKills).faults())
                    .as("seed " + seed)
                    .isEmpty();
            assertThat(heard).as("something was told").hasSizeGreaterThan(items.size() / 50);
        }
    }

    /** Sends items in the midst of trouble, those that else come after it; returns how many are sent now in all. */
    int sendMore() throws Exception {
        produce(later);
        later = List.of();
        return produced;
    }

    /** One more process of a role; the second one of its kind shares the work of the first. */
    SupervisedRole start(String role, int number) throws IOException {
        var started = new SupervisedRole(program, role, number, folder.resolve("wirebell-" + number + ".yaml"));
        roles.add(started);
        return started;
    }

    void end(SupervisedRole role) {
        roles.remove(role);
        role.close();
    }

    Random random() {
        return random;
    }

    /** Where a role's first process keeps its state. */
    Path state(String role) {
        return folder.resolve(role + "-1");
    }

    /** The alerts role may send what it was about to send once more, with the same id. */
    void alertsMayRepeat() {
        alertKills++;
    }

    /** Done once, at the moment of the receiver's next answer. */
    void atNextAnswer(Runnable done) {
        onAnswer.set(done);
    }

    private Loopback.Answer answer(Loopback.Asked asked) {
        heard.add(asked);
        Thread.ofVirtual().start(onAnswer.getAndSet(() -> {}));
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

    /** How many items have come out. */
    int findings() {
        return count(TOPICS.findings());
    }

    /** How often the receiver was told something. */
    int told() {
        return heard.size();
    }

    private int count(Topic<?, ?> topic) {
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
            produced += some.size();
        }
    }

    private Path config(String bootstrap, int copies, Loopback web, int number) throws IOException {
        Files.writeString(folder.resolve("secret"), "whsec_" + "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0");
        return Files.writeString(folder.resolve("wirebell-" + number + ".yaml"), """
                kafka: {bootstrap: "%s", partitions: 3, replication: %d}
                processor: {instance-id: "processor-%d", state-dir: "%s/process-%d"}
                alerts:
                  instance-id: "alerts-%d"
                  state-dir: "%s/alert-%d"
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
                        bootstrap, copies, number, folder, number, number, folder, number, web.at("/watch"), folder));
    }

    private static List<Rule> rules(Path config) {
        return switch (ConfigFile.load(config, AppConfig.class)) {
            case Loaded.Good<AppConfig>(var good) -> good.alerts().rules();
            case Loaded.Bad<AppConfig>(var complaints) -> throw new IllegalStateException(complaints.toString());
        };
    }

    void until(Callable<Boolean> reached) {
        try {
            await().atMost(Duration.ofSeconds(150))
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> {
                        for (var role : roles) {
                            role.keepUp();
                        }
                        return reached.call();
                    });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    roles.stream().map(SupervisedRole::account).collect(Collectors.joining()) + broker(), e);
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
}
