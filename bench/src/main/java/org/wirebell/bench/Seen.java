package org.wirebell.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;
import org.wirebell.model.Item;
import org.wirebell.model.Topic;
import org.wirebell.model.Topics;

/**
 * Whether an item costs more when many were seen before it: the whole path through the embedded broker, a line for what came since the
 * line before. Arguments: items (10,000,000), words of an item (30), stream threads of the processor (2). Topics keep little, as no disk
 * would hold them all; state is kept as ever.
 */
public final class Seen {
    private static final int SENT_AHEAD = 20_000;
    private static final int MILLION = 1_000_000;
    private static final AlterConfigOp LITTLE = set(TopicConfig.RETENTION_BYTES_CONFIG, "100000000");
    /** What stands in the newest segment is neither let go of nor compacted. */
    private static final AlterConfigOp SHORT = set(TopicConfig.SEGMENT_BYTES_CONFIG, "50000000");

    private final int words;
    private final KafkaProducer<String, Item> producer;
    private final KafkaConsumer<byte[], byte[]> findings;
    private final Topic<String, Item> topic;
    private int sent;
    private int through;

    private Seen(
            int words,
            KafkaProducer<String, Item> producer,
            KafkaConsumer<byte[], byte[]> findings,
            Topic<String, Item> topic) {
        this.words = words;
        this.producer = producer;
        this.findings = findings;
        this.topic = topic;
    }

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        int items = args.length > 0 ? Integer.parseInt(args[0]) : 10 * MILLION;
        int words = args.length > 1 ? Integer.parseInt(args[1]) : 30;
        int threads = args.length > 2 ? Integer.parseInt(args[2]) : 2;
        var folder = Files.createTempDirectory("wirebell-seen-");
        var config = EndToEnd.config(folder, threads);
        var topics = config.kafka().topics();
        try (var quiet = new PrintStream(PrintStream.nullOutputStream());
                var station =
                        Station.start(config, EnumSet.of(Role.PROCESS, Role.ALERT), InstantSource.system(), quiet)) {
            keepLittle(station.kafka(), topics);
            try (var producer = new KafkaProducer<>(
                            EndToEnd.producer(station.kafka()),
                            topics.items().keys().serializer(),
                            topics.items().values().serializer());
                    var findings = Loop.unread(station.kafka(), topics.findings())) {
                new Seen(words, producer, findings, topics.items()).run(items, folder);
            }
        } finally {
            Loop.delete(folder);
        }
    }

    private void run(int items, Path folder) throws IOException {
        System.out.printf(
                "%12s %9s %9s %10s %9s %9s %12s %12s%n",
                "items seen", "a second", "CPU µs", "processor", "broker", "machine", "resident MB", "state MB");
        for (int mark : marks(items)) {
            int before = through;
            long start = System.nanoTime();
            var cpu = Cpu.now();
            go(mark);
            double took = (System.nanoTime() - start) / 1e9;
            var used = Cpu.now().since(cpu);
            int count = through - before;
            System.out.printf(
                    "%12d %9.0f %9d %10d %9d %9d %12d %12d%n",
                    through,
                    count / took,
                    micros(used.process(), count),
                    micros(used.threads().getOrDefault("wirebell-processor", Duration.ZERO), count),
                    micros(used.threads().getOrDefault("broker", Duration.ZERO), count),
                    micros(used.threads().getOrDefault("machine", Duration.ZERO), count),
                    resident(),
                    bytes(folder.resolve("processor")) / MILLION);
        }
    }

    /** Each second and fifth of a power of ten, from a million on each million. */
    private static List<Integer> marks(int items) {
        var marks = new ArrayList<Integer>();
        for (int power = 10_000; power < MILLION; power *= 10) {
            marks.addAll(List.of(power, 2 * power, 5 * power));
        }
        for (int mark = MILLION; mark <= items; mark += MILLION) {
            marks.add(mark);
        }
        marks.removeIf(mark -> mark > items);
        return marks;
    }

    /** Sends until so many are through, never more than a little ahead: what waits too long would be taken from the topic. */
    private void go(int mark) {
        while (through < mark) {
            while (sent < mark && sent < through + SENT_AHEAD) {
                var item = News.mixed(sent++, words, Instant.now());
                producer.send(new ProducerRecord<>(topic.name(), item.family(), item));
            }
            through += findings.poll(Duration.ofMillis(200)).count();
        }
    }

    private static void keepLittle(Map<String, Object> kafka, Topics topics)
            throws ExecutionException, InterruptedException {
        var wished = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
        topics.all()
                .forEach(topic -> wished.put(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                        topic.compacted() ? List.of(SHORT) : List.of(SHORT, LITTLE)));
        try (var admin = Admin.create(kafka)) {
            admin.incrementalAlterConfigs(wished).all().get();
        }
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }

    private static long micros(Duration used, int items) {
        return used.toNanos() / 1000 / items;
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** Of all files in a folder that others write into: what goes meanwhile is passed over. */
    private static long bytes(Path folder) {
        var sum = new AtomicLong();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
                    sum.addAndGet(about.size());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum.get();
    }
}
