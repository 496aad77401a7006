package org.wirebell.processor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.model.Replacements;
import org.wirebell.model.Topics;
import org.wirebell.model.trace.Traces;
import org.wirebell.processor.extract.Extractor;
import org.wirebell.processor.extract.places.Gazetteer;
import org.wirebell.processor.ledger.Claims;
import org.wirebell.processor.ledger.Ledger;
import org.wirebell.processor.ledger.Places;

/** The processor on Kafka: reads items, keeps the ledger, until it is closed. */
public final class Processor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Processor.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How often it is looked which meters Kafka Streams has. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    /** One for each thread. */
    private final List<KafkaStreams> clients = new ArrayList<>();

    private final List<KafkaStreamsMetrics> metrics = new ArrayList<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("processor-metrics").factory());

    private Processor() {}

    /**
     * Starts the topology. The topics must exist.
     *
     * @param kafka client settings, at least {@code bootstrap.servers}; they win over ours
     * @param clock the wall clock that ends embargoes
     * @param failed told once why, when threads died more often than they are replaced; the process should then end
     */
    public static Processor start(
            ProcessorConfig config,
            Map<String, Object> kafka,
            Topics topics,
            MeterRegistry registry,
            Traces traces,
            InstantSource clock,
            Consumer<Throwable> failed) {
        var meters = new ProcessorMeters(registry);
        var places = Places.of(Gazetteer.standard());
        var claims = new Claims(config.ledger(), places);
        var ledger = new Ledger(config.ledger(), places);
        var replacements = new Replacements(failed);
        StreamsUncaughtExceptionHandler deaths = why -> {
            meters.threadDied();
            LOG.error("processor: a stream thread died; at most {} are replaced", Replacements.MOST, why);
            return replacements.next(why)
                    ? StreamThreadExceptionResponse.REPLACE_THREAD
                    : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        };
        var processor = new Processor();
        boolean started = false;
        try {
            for (var own : config.eachThread()) {
                var settings = StreamsSettings.of(own, kafka, topics, meters);
                settings.put(ShareTasks.CLOCK, clock);
                var topology = NewsTopology.build(
                        settings, config, topics, Extractor.standard()::extract, claims, ledger, meters, traces, clock);
                var properties = new Properties();
                properties.putAll(settings);
                processor.add(new KafkaStreams(topology, properties), deaths, registry);
            }
            processor.clients.forEach(KafkaStreams::start);
            started = true;
            return processor;
        } finally {
            if (!started) {
                processor.close();
            }
        }
    }

    private void add(KafkaStreams client, StreamsUncaughtExceptionHandler deaths, MeterRegistry registry) {
        clients.add(client);
        client.setUncaughtExceptionHandler(deaths);
        var bound = new KafkaStreamsMetrics(client, List.of(), looks, LOOK);
        bound.bindTo(registry);
        metrics.add(bound);
    }

    /** Reads the languages, places and words that it knows, which takes a second; else {@code start} does. */
    public static void load() {
        Extractor.standard();
    }

    /** As above without traces, where nobody needs to be told of a failure; {@link #state()} shows it. */
    public static Processor start(
            ProcessorConfig config,
            Map<String, Object> kafka,
            Topics topics,
            MeterRegistry registry,
            InstantSource clock) {
        return start(config, kafka, topics, registry, Traces.OFF, clock, _ -> {});
    }

    /** How it is doing, for health and readiness. */
    public State state() {
        var states = clients.stream().map(client -> state(client.state())).collect(Collectors.toSet());
        return Stream.of(State.FAILED, State.CLOSED, State.STARTING)
                .filter(states::contains)
                .findFirst()
                .orElse(State.RUNNING);
    }

    private static State state(KafkaStreams.State state) {
        return switch (state) {
            case CREATED, REBALANCING -> State.STARTING;
            case RUNNING -> State.RUNNING;
            case PENDING_SHUTDOWN, NOT_RUNNING -> State.CLOSED;
            case PENDING_ERROR, ERROR -> State.FAILED;
        };
    }

    @Override
    public void close() {
        looks.shutdownNow();
        metrics.forEach(KafkaStreamsMetrics::close);
        clients.forEach(client -> client.close(Duration.ZERO)); // begins, so that no one waits for the one before
        if (clients.stream().filter(client -> !client.close(PATIENCE)).count() > 0) {
            LOG.warn(
                    "processor: not closed within {}; what is under way will be done again at the next start",
                    PATIENCE);
        }
    }

    /** In the words of operations: only {@code RUNNING} is ready, only {@code FAILED} is unhealthy. */
    public enum State {
        STARTING,
        RUNNING,
        CLOSED,
        FAILED
    }
}
