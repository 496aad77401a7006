package org.wirebell.alerts;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.alerts.edge.Workers;
import org.wirebell.model.Replacements;
import org.wirebell.model.Topics;
import org.wirebell.model.trace.Traces;

/** The alerts room on Kafka: plans and delivers until it is closed. */
public final class Alerts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How often it is looked which meters Kafka Streams has. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final OrderBook orders;
    private final Workers workers;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private final ExecutorService looks;
    private final CaughtUp caughtUp;
    private final AlertsMeters meters;

    private Alerts(
            OrderBook orders,
            Workers workers,
            KafkaStreams streams,
            KafkaStreamsMetrics metrics,
            ExecutorService looks,
            CaughtUp caughtUp,
            AlertsMeters meters) {
        this.orders = orders;
        this.meters = meters;
        this.workers = workers;
        this.streams = streams;
        this.metrics = metrics;
        this.looks = looks;
        this.caughtUp = caughtUp;
    }

    /**
     * Starts planner and delivery. The topics must exist.
     *
     * @param kafka client settings, at least {@code bootstrap.servers}; they win over ours
     * @param reader of rules that were made in the page or through the API
     * @param console where the console receivers print
     * @param failed told once why, when threads died more often than they are replaced; the process should then end
     * @throws IllegalArgumentException naming every receiver that cannot be opened
     */
    public static Alerts start(
            AlertsConfig config,
            Map<String, Object> kafka,
            Topics topics,
            MeterRegistry registry,
            Traces traces,
            InstantSource clock,
            RuleReader reader,
            PrintStream console,
            java.util.function.Consumer<Throwable> failed) {
        var meters = new AlertsMeters(registry, clock);
        meters.desks(config.desks().keySet());
        var workers = Workers.open(
                config.delivery(),
                config.receivers(),
                delivery(config, kafka),
                topics,
                registry,
                traces,
                clock,
                console);
        var memory = new RuleMemory(producer(kafka), topics.rulebook(), clock);
        var orders = new OrderBook(config, reader, consumer(kafka), topics, memory, meters);
        orders.start();

        var settings = StreamsSettings.of(config, kafka, topics, meters);
        var properties = new Properties();
        properties.putAll(settings);
        var streams = new KafkaStreams(AlertTopology.build(settings, topics, orders, meters, traces), properties);
        var replacements = new Replacements(failed);
        streams.setUncaughtExceptionHandler(why -> {
            meters.threadDied();
            LOG.error("alerts: a stream thread died; at most {} are replaced", Replacements.MOST, why);
            return replacements.next(why)
                    ? StreamThreadExceptionResponse.REPLACE_THREAD
                    : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        var looks = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("alerts-metrics").factory());
        var metrics = new KafkaStreamsMetrics(streams, List.of(), looks, LOOK);
        metrics.bindTo(registry);
        streams.start();
        var caughtUp = new CaughtUp(Admin.create(kafka), config.applicationId(), topics, clock, () -> running(streams));
        workers.begin(caughtUp);
        return new Alerts(orders, workers, streams, metrics, looks, caughtUp, meters);
    }

    /**
     * As above without traces, printing to standard output, where nobody needs to be told of a failure; {@link
     * #state()} shows it.
     */
    public static Alerts start(
            AlertsConfig config,
            Map<String, Object> kafka,
            Topics topics,
            MeterRegistry registry,
            InstantSource clock) {
        return start(config, kafka, topics, registry, Traces.OFF, clock, RuleReader.json(), System.out, _ -> {});
    }

    /**
     * The configuration is another one now: rules, desks and what they name hold from here on. Receivers and the settings of
     * Kafka need a restart.
     */
    public void configure(AlertsConfig next) {
        orders.configure(next);
        meters.desks(next.desks().keySet());
    }

    /** Rules and silences that are left out, with the reason, by id; rules that ran away among them. */
    public Map<String, String> broken() {
        return orders.broken();
    }

    private static boolean running(KafkaStreams streams) {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    private static Consumer<String, byte[]> consumer(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static Producer<String, byte[]> producer(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> delivery(AlertsConfig config, Map<String, Object> kafka) {
        var all = new HashMap<>(kafka);
        all.putIfAbsent(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, config.instanceId() + "-delivery");
        return all;
    }

    /** How it is doing, for health and readiness. */
    public State state() {
        if (workers.failure().isPresent() || orders.lost()) {
            return State.FAILED;
        }
        return switch (streams.state()) {
            case CREATED, REBALANCING -> State.STARTING;
            case RUNNING -> workers.alive() ? State.RUNNING : State.STARTING;
            case PENDING_SHUTDOWN, NOT_RUNNING -> State.CLOSED;
            case PENDING_ERROR, ERROR -> State.FAILED;
        };
    }

    @Override
    public void close() {
        looks.shutdownNow();
        metrics.close();
        if (!streams.close(PATIENCE)) {
            LOG.warn("alerts: not closed within {}; what is under way will be done again at the next start", PATIENCE);
        }
        orders.close();
        workers.close();
        caughtUp.close();
    }

    /** In the words of operations: only {@code RUNNING} is ready, only {@code FAILED} is unhealthy. */
    public enum State {
        STARTING,
        RUNNING,
        CLOSED,
        FAILED
    }
}
