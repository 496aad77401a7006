package org.wirebell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.wirebell.app.Main;
import org.wirebell.app.broker.EmbeddedBroker;
import org.wirebell.app.broker.TopicSetup;
import org.wirebell.bench.poll.Child;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.model.Topics;

/**
 * Processors as processes of their own on one broker, which lives in this one: items a second with one and with two of them, and how long
 * an item waits when one of two is killed and started again. Arguments: items for each processor (4000), since each compiles what it
 * runs for itself; words of each (100), per cent of a core for each processor once it is warm (0: as much as there is).
 */
public final class ScaleOut {
    private static final int PARTITIONS = 4;
    /** Items for each processor before anything counts: each compiles what it runs for itself. */
    private static final int WARM_UP = 3_000;

    private static final Duration PACE = Duration.ofMillis(50);
    /** Items sent at that pace, and the one at which a processor is killed. */
    private static final int STEADY = 800;

    private static final int KILLED_AT = 200;

    private final Path folder;
    private final Map<String, Object> kafka;
    private final int items;
    private final int words;
    private final int percent;

    private ScaleOut(Path folder, Map<String, Object> kafka, int items, int words, int percent) {
        this.folder = folder;
        this.kafka = kafka;
        this.items = items;
        this.words = words;
        this.percent = percent;
    }

    public static void main(String[] args) throws Exception {
        int items = args.length > 0 ? Integer.parseInt(args[0]) : 4_000;
        int words = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        int percent = args.length > 2 ? Integer.parseInt(args[2]) : 0;
        var folder = Files.createTempDirectory("wirebell-scale-");
        try (var broker = EmbeddedBroker.start(folder.resolve("kafka"), 0)) {
            var bench = new ScaleOut(folder, Map.of("bootstrap.servers", broker.bootstrap()), items, words, percent);
            var figures = new LinkedHashMap<String, Object>();
            figures.put("cores", Runtime.getRuntime().availableProcessors());
            figures.put("words", words);
            figures.put("percentOfACoreEach", percent);
            var one = bench.trial("one.", 1, figures);
            var two = bench.trial("two.", 2, figures);
            figures.put("twoToOne", Math.round(100.0 * two / one) / 100.0);
            figures.forEach((name, value) -> System.out.printf("%-28s %10s%n", name, value));
            System.out.println(Json.plain(figures));
        } finally {
            Loop.delete(folder);
        }
    }

    private double trial(String prefix, int count, Map<String, Object> figures) throws Exception {
        try (var share = new CoreShare(percent)) {
            return trial(share, prefix, count, figures);
        }
    }

    private double trial(CoreShare share, String prefix, int count, Map<String, Object> figures) throws Exception {
        var topics = new Topics(prefix);
        TopicSetup.create(kafka, topics, PARTITIONS, Optional.empty());
        var processors = new ArrayList<Process>();
        try (var findings = Loop.follow(kafka, topics.findings());
                var producer = new KafkaProducer<>(
                        kafka,
                        topics.items().keys().serializer(),
                        topics.items().values().serializer())) {
            for (int i = 0; i < count; i++) {
                processors.add(start(prefix, i));
            }
            int warm = count * WARM_UP;
            send(producer, topics, 0, warm);
            count(findings, warm);
            for (var processor : processors) {
                share.hold(processor.pid());
            }
            long start = System.nanoTime();
            var cpu = cpu(processors);
            var each = processors.stream().map(p -> cpu(List.of(p))).toList();
            int counted = count * items;
            send(producer, topics, warm, counted);
            count(findings, counted);
            double seconds = (System.nanoTime() - start) / 1e9;
            for (int i = 0; i < count; i++) {
                figures.put(
                        prefix + i + ".perCentOfACore",
                        Math.round(100
                                * cpu(List.of(processors.get(i)))
                                        .minus(each.get(i))
                                        .toNanos()
                                / 1e9
                                / seconds));
            }
            double rate = counted / seconds;
            figures.put(prefix + "itemsPerSecond", Math.round(rate));
            figures.put(prefix + "cpuMicrosPerItem", cpu(processors).minus(cpu).toNanos() / 1000 / counted);
            if (count > 1) {
                figures.put(
                        prefix + "longestWaitMillis",
                        steady(prefix, warm + counted, producer, topics, findings, processors));
            }
            return rate;
        } finally {
            for (var processor : processors) {
                processor.destroyForcibly().waitFor();
            }
        }
    }

    /** The longest that an item waited for its finding while one processor was killed and started again. */
    private long steady(
            String prefix,
            int from,
            KafkaProducer<String, Item> producer,
            Topics topics,
            KafkaConsumer<String, Finding> findings,
            List<Process> processors)
            throws IOException, InterruptedException {
        var sent = new HashMap<String, Long>();
        long longest = 0;
        long next = System.nanoTime();
        for (int i = 0; i < STEADY || !sent.isEmpty(); i++) {
            if (i > 4 * STEADY) {
                throw new IllegalStateException(sent.size() + " items got lost");
            }
            if (i < STEADY) {
                var item = News.mixed(from + i, words, Instant.now());
                sent.put(item.id(), System.nanoTime());
                producer.send(new ProducerRecord<>(topics.items().name(), item.family(), item));
            }
            if (i == KILLED_AT) {
                processors.getLast().destroyForcibly().waitFor();
                processors.set(processors.size() - 1, start(prefix, processors.size() - 1));
            }
            next += PACE.toNanos();
            do {
                for (var record : findings.poll(Duration.ofNanos(Math.max(1, next - System.nanoTime())))) {
                    var since = sent.remove(record.value().item().id());
                    longest = since == null ? longest : Math.max(longest, System.nanoTime() - since);
                }
            } while (System.nanoTime() < next);
        }
        return Duration.ofNanos(longest).toMillis();
    }

    private Process start(String prefix, int number) throws IOException {
        var name = prefix + number;
        var config = Files.writeString(folder.resolve(name + ".yaml"), """
                kafka: {bootstrap: "%s", prefix: "%s", partitions: %d}
                processor: {application-id: "%sprocessor", instance-id: "%s", state-dir: "%s/%s"}
                operations: {port: 0}
                """.formatted(
                        kafka.get("bootstrap.servers"), prefix, PARTITIONS, prefix, name, folder, name));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Child.LAUNCHERS,
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "process",
                        "--config",
                        config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
    }

    private static Duration cpu(List<Process> processes) {
        return processes.stream()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private void send(KafkaProducer<String, Item> producer, Topics topics, int from, int count) {
        for (int i = from; i < from + count; i++) {
            var item = News.mixed(i, words, Instant.now());
            producer.send(new ProducerRecord<>(topics.items().name(), item.family(), item));
        }
        producer.flush();
    }

    private static void count(KafkaConsumer<String, Finding> findings, int expected) {
        for (int seen = 0; seen < expected; ) {
            seen += findings.poll(Duration.ofMillis(100)).count();
        }
    }
}
