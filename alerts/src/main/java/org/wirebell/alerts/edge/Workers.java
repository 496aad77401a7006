package org.wirebell.alerts.edge;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.wirebell.model.Topics;
import org.wirebell.model.trace.Traces;

/**
 * Sends what is planned: reads {@code notices}, keeps a queue and a virtual thread per receiver, writes {@code results}.
 *
 * <p>Each notice gets exactly one final result, and its offset passes only when the broker has it. At start, results are read
 * back, so that a notice with a final one is not sent again. One gap is left, and no sender can close it: if the process dies
 * after a receiver accepted and before its result is in the topic, the notice is sent once more, with the same id
 * ({@code webhook-id}, {@code Message-ID}), by which receivers that look can tell.
 */
public final class Workers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Stands for our cluster where nothing is sent. */
    private static final Map<String, Object> UNKNOWN = Map.of("bootstrap.servers", "");

    private final Channels channels;
    private final Producer<byte[], byte[]> producer;
    private final Outcomes outcomes;
    private final Map<String, Lane> lanes = new HashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final NoticeLoop loop;
    private final Thread reader;

    /** The three connections to Kafka; notices and results are read apart. */
    record Connections(
            Consumer<byte[], byte[]> notices, Consumer<byte[], byte[]> results, Producer<byte[], byte[]> producer) {}

    Workers(
            DeliveryConfig config,
            Channels channels,
            Map<String, Channel> receivers,
            Connections kafka,
            Topics topics,
            MeterRegistry registry,
            Traces traces,
            InstantSource clock) {
        this.channels = channels;
        this.producer = kafka.producer();
        var offsets = new Offsets();
        var known = new Known();
        var meters = new DeliveryMeters(registry);
        this.outcomes = new Outcomes(producer, topics, offsets, known, meters, clock);
        var since = clock.instant().minus(config.recall());
        var hold = new Hold(config.settle());
        meters.watch(hold);
        var recall = new Recall(kafka.results(), topics.results().name(), since, known);
        receivers.forEach((name, channel) -> lanes.put(
                name,
                new Lane(
                        name,
                        channel,
                        operators(name, channel, config),
                        hold,
                        outcomes,
                        known,
                        meters,
                        traces,
                        clock)));
        this.loop = new NoticeLoop(
                kafka.notices(), topics.notices().name(), lanes, offsets, known, outcomes, recall, hold, clock);
        this.reader = Thread.ofPlatform().daemon().name("notices").unstarted(loop);
        lanes.forEach((name, lane) ->
                threads.add(Thread.ofVirtual().name("receiver-" + name).unstarted(lane)));
    }

    /** Those who hear that a receiver is off: its fallback, and who runs all this. */
    private static Set<String> operators(String receiver, Channel channel, DeliveryConfig config) {
        var operators = new TreeSet<>(config.operators());
        channel.fallback().ifPresent(operators::add);
        operators.remove(receiver);
        return operators;
    }

    /**
     * Opens all receivers. {@code kafka} holds connection settings (and {@code group.instance.id} where wanted). The topics must
     * exist.
     *
     * @throws IllegalArgumentException naming every receiver that cannot be opened (secret missing, address unreadable)
     */
    public static Workers open(
            DeliveryConfig config,
            Receivers receivers,
            Map<String, Object> kafka,
            Topics topics,
            MeterRegistry meters,
            Traces traces,
            InstantSource clock,
            PrintStream console) {
        var channels = new Channels(config, receivers.all(), kafka, clock, console, Channels::environment);
        var connections = new Connections(
                consumer(kafka, Map.of(ConsumerConfig.GROUP_ID_CONFIG, topics.prefix() + "delivery")),
                consumer(without(kafka, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), Map.of()),
                producer(kafka));
        return new Workers(config, channels, channels.all(), connections, topics, meters, traces, clock);
    }

    /** What would keep {@link #open} from opening the receivers, one line each; empty when nothing would. */
    public static List<String> complaints(DeliveryConfig config, Receivers receivers) {
        try (var _ = new Channels(
                config, receivers.all(), UNKNOWN, InstantSource.system(), System.out, Channels::environment)) {
            return List.of();
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage()).lines().toList();
        }
    }

    /** Starts delivery: reads at once, and sends when {@code planner} has caught up, or after {@link DeliveryConfig#settle()}. */
    public void begin(Settling planner) {
        loop.await(planner);
        threads.forEach(Thread::start);
        reader.start();
    }

    /** Whether notices are being read; for health. */
    public boolean alive() {
        return loop.reading();
    }

    /** What stopped delivery, if something did; the process should then exit. */
    public Optional<Throwable> failure() {
        return outcomes.failure();
    }

    /** Lets every queue look at the clock again; for tests that turn it. */
    void wake() {
        lanes.values().forEach(Lane::wake);
    }

    /** Lets running attempts end (five seconds at most), commits and leaves the group. */
    @Override
    public void close() {
        lanes.values().forEach(Lane::stop);
        try {
            for (var thread : threads) {
                if (!thread.join(PATIENCE)) {
                    thread.interrupt();
                }
            }
            producer.flush();
            loop.stop();
            reader.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            loop.stop();
            producer.close(PATIENCE);
            channels.close();
        }
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> kafka, Map<String, Object> more) {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.putAll(more);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Producer<byte[], byte[]> producer(Map<String, Object> kafka) {
        var settings = without(kafka, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20); // what became of notices, which nobody waits for
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> without(Map<String, Object> kafka, String setting) {
        var settings = new HashMap<>(kafka);
        settings.remove(setting);
        return settings;
    }
}
