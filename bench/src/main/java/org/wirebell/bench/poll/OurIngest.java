package org.wirebell.bench.poll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.wirebell.app.Main;
import org.wirebell.app.broker.TopicSetup;
import org.wirebell.bench.live.Press;
import org.wirebell.model.Topics;

/**
 * The ingest role as {@code wirebell ingest} runs it, at the feeds of a press; a broker that stays while the role comes
 * and goes, so that it resumes where it left off. A round is over when each feed was asked once more and the broker has
 * what it gave.
 */
public final class OurIngest implements AutoCloseable {
    private static final int PARTITIONS = 3;
    private static final Topics TOPICS = new Topics("poll.");
    private static final Duration LOOK = Duration.ofMillis(20);
    /** The state of the last feed is on its way when the last item has come. */
    private static final Duration CALM = Duration.ofMillis(500);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Press press;
    private final Path folder;
    private final Child broker;
    private final KafkaConsumer<String, byte[]> ends;
    private Optional<Child> role = Optional.empty();
    private Cost counted = new Cost(0, 0, 0);
    private long expected;

    /**
     * CPU seconds.
     *
     * @param ingest of the role
     * @param compilers of Java, in that
     * @param broker of the broker
     */
    public record Cost(double ingest, double compilers, double broker) {
        Cost since(Cost before) {
            return new Cost(ingest - before.ingest, compilers - before.compilers, broker - before.broker);
        }

        public double both() {
            return ingest + broker;
        }
    }

    private OurIngest(Press press, Path folder, Child broker, Map<String, Object> kafka) {
        this.press = press;
        this.folder = folder;
        this.broker = broker;
        var items = TOPICS.items();
        this.ends = new KafkaConsumer<>(
                new HashMap<>(kafka),
                items.keys().deserializer(),
                new org.apache.kafka.common.serialization.ByteArrayDeserializer());
    }

    /** With all that the feeds show taken once; nothing runs then but the broker. */
    public static OurIngest filled(Press press, Path folder) throws IOException, InterruptedException {
        var broker = Child.java(
                folder.resolve("broker.log"),
                List.of("-XX:+UseSerialGC", "-Xmx512m"),
                BrokerAlone.class,
                folder.resolve("kafka").toString());
        var bootstrap = broker.await("bootstrap");
        var kafka = Map.<String, Object>of("bootstrap.servers", bootstrap);
        TopicSetup.create(kafka, TOPICS, PARTITIONS, Optional.empty());
        var ours = new OurIngest(press, folder, broker, kafka);
        Files.writeString(ours.config(), ours.yaml(bootstrap));
        ours.expected = press.stories();
        ours.start();
        ours.round(0);
        ours.stop();
        return ours;
    }

    private Path config() {
        return folder.resolve("ingest.yaml");
    }

    private String yaml(String bootstrap) {
        var addresses = press.addresses();
        var head = """
                kafka: {bootstrap: "%s", prefix: "%s", partitions: %d}
                operations: {port: 0}
                ingest:
                  allow-private-feeds: true
                  pace: {every: %s, floor: PT1S, ceiling: %4$s, patience: PT0S}
                  sources:
                """.formatted(bootstrap, TOPICS.prefix(), PARTITIONS, EVERY);
        return IntStream.range(0, addresses.size())
                .mapToObj(i -> "    feed-%d: {url: \"%s\", every: %s}%n".formatted(i, addresses.get(i), EVERY))
                .collect(Collectors.joining("", head, ""));
    }

    /**
     * Starts the role: what it costs until its first round is over belongs to that round. Flags are those of {@code
     * wirebell}, and more.
     */
    public void start(String... more) throws IOException {
        var flags = new java.util.ArrayList<>(Child.ROLE);
        flags.addAll(List.of(more));
        role = Optional.of(
                Child.java(folder.resolve("ingest.log"), flags, Main.class, "ingest", "--config", config().toString()));
        counted = new Cost(0, 0, broker.cpu());
    }

    public void stop() throws IOException {
        if (role.isPresent()) {
            role.get().close();
        }
        role = Optional.empty();
    }

    /**
     * Waits until each feed was polled once more and so many new items of each are in the topic; what that took since
     * the last round.
     */
    public Cost round(int news) throws IOException, InterruptedException {
        long polls = press.rounds() + 1;
        expected += (long) news * press.addresses().size();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (press.rounds() < polls || taken() < expected) {
            if (System.nanoTime() > end || !role.map(Child::isAlive).orElse(false)) {
                throw new IllegalStateException(
                        "the round does not end: " + taken() + " items of " + expected + "; see " + folder);
            }
            Thread.sleep(LOOK);
        }
        Thread.sleep(CALM);
        var child = role.orElseThrow();
        var now = new Cost(child.cpu(), child.compilers(), broker.cpu());
        var cost = now.since(counted);
        counted = now;
        return cost;
    }

    private long taken() {
        var partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(i -> new TopicPartition(TOPICS.items().name(), i))
                .toList();
        return ends.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public void close() throws IOException {
        stop();
        ends.close();
        broker.close();
    }
}
