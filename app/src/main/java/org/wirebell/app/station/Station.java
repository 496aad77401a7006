package org.wirebell.app.station;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.alerts.Alerts;
import org.wirebell.app.AppConfig;
import org.wirebell.app.OperationsConfig;
import org.wirebell.app.broker.EmbeddedBroker;
import org.wirebell.app.broker.Reachable;
import org.wirebell.app.broker.TopicSetup;
import org.wirebell.app.config.ConfigFile;
import org.wirebell.app.station.Operations.Health;
import org.wirebell.desk.Desk;
import org.wirebell.ingest.edge.Ingest;
import org.wirebell.model.Canary;
import org.wirebell.model.FeedState;
import org.wirebell.model.trace.Traces;
import org.wirebell.processor.Processor;

/**
 * The roles of one process, started in order and closed in reverse: broker (where it is embedded), topics, processor,
 * alerts, desk, and ingest last, so that nothing comes in before it can be worked on.
 */
public final class Station implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Station.class);

    private static final Duration WATCH = Duration.ofSeconds(2);

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Map<String, Supplier<Health>> health = Collections.synchronizedMap(new LinkedHashMap<>());
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private Map<String, Object> kafka = Map.of();
    private Optional<Alerts> alerts = Optional.empty();
    private Optional<Desk> desk = Optional.empty();
    private Optional<DeskPorts> deskPorts = Optional.empty();
    private Optional<Ingest> ingest = Optional.empty();
    private int operationsPort;

    private Station() {}

    /**
     * Starts these roles. What was started is closed again when a later part cannot start.
     *
     * @param console where the console receiver writes
     * @throws IOException when a folder or a port cannot be had; the message names it
     */
    public static Station start(AppConfig config, Set<Role> roles, InstantSource clock, PrintStream console)
            throws IOException, InterruptedException {
        var station = new Station();
        boolean started = false;
        try {
            station.run(config, roles, clock, console);
            started = true;
            return station;
        } finally {
            if (!started) {
                station.close();
            }
        }
    }

    private void run(AppConfig config, Set<Role> roles, InstantSource clock, PrintStream console)
            throws IOException, InterruptedException {
        if (roles.contains(Role.PROCESS)) {
            Thread.ofPlatform().daemon().name("knowledge").start(Processor::load);
        }
        var own = started(new StationMeters(meters));
        expect(roles, own);
        var topics = config.kafka().topics();
        kafka = config.kafka().client(bootstrap(config));
        operationsPort = started(Operations.start(config.operations(), meters, this::health, this::leftOut))
                .port();
        Reachable.await(kafka);
        health.put("kafka", () -> Health.READY);
        TopicSetup.create(
                kafka,
                topics,
                config.kafka().partitions(),
                config.kafka().replication().map(Integer::shortValue));
        var streams = StoreMemory.in(config.kafka().streams(kafka));
        var traces = traces(config, roles, own, clock);
        if (roles.contains(Role.PROCESS)) {
            var state = StateFolder.of(
                    config.processor().stateDir(), config.processor().applicationId());
            var processor = started(state.open(() -> Processor.start(
                    config.processor(),
                    streams,
                    topics,
                    meters,
                    traces,
                    clock,
                    why -> gaveUp("the processor", state, why))));
            health.put("processor", () -> switch (processor.state()) {
                case STARTING, CLOSED -> Health.STARTING;
                case RUNNING -> Health.READY;
                case FAILED -> Health.FAILED;
            });
            started(Fates.watch(kafka, topics, config.processor(), meters));
        }
        if (roles.contains(Role.ALERT)) {
            var state =
                    StateFolder.of(config.alerts().stateDir(), config.alerts().applicationId());
            var alerts = started(state.open(() -> Alerts.start(
                    config.alerts(),
                    streams,
                    topics,
                    meters,
                    traces,
                    clock,
                    ConfigFile::rule,
                    console,
                    why -> gaveUp("the planner", state, why))));
            this.alerts = Optional.of(alerts);
            health.put("alerts", () -> switch (alerts.state()) {
                case STARTING, CLOSED -> Health.STARTING;
                case RUNNING -> Health.READY;
                case FAILED -> Health.FAILED;
            });
        }
        if (roles.contains(Role.DESK)) {
            var ports = new DeskPorts(config, kafka, topics, clock, console);
            deskPorts = Optional.of(ports);
            var page = started(Desk.start(
                    config.desk(),
                    kafka,
                    topics,
                    ports.ports(() -> alerts.map(Alerts::broken)),
                    meters,
                    clock,
                    List.of()));
            desk = Optional.of(page);
            health.put(
                    "desk",
                    () -> page.trouble().isPresent() ? Health.FAILED : page.ready() ? Health.READY : Health.STARTING);
        }
        if (roles.contains(Role.INGEST)) {
            var canary = config.operations().canary();
            var incoming = canary.map(OperationsConfig.CanaryConfig::folder)
                    .map(folder -> config.ingest().and(Canary.NAME, folder))
                    .orElse(config.ingest());
            if (canary.isPresent()) {
                started(CanaryFolder.start(canary.get().folder(), canary.get().pace(), clock, own.canary()));
            }
            ingest = Optional.of(started(Ingest.start(incoming, kafka, topics, meters, traces, clock)));
            health.put("ingest", () -> Health.READY);
        }
        folders(config, roles).forEach(own::disk);
        started(Lag.watch(kafka, groups(config), meters, Duration.ofSeconds(15)));
        started(Certificates.watch(config.operations().certificates(), meters, Duration.ofHours(1)));
        var time = new ClockWatch(clock, System::nanoTime);
        running.push(Thread.ofVirtual().name("watch").start(() -> watch(time))::interrupt);
    }

    /** Before the parts that are traced, so that it outlives them. */
    private Traces traces(AppConfig config, Set<Role> roles, StationMeters own, InstantSource clock) {
        return config.operations()
                .traces()
                .map(to -> started(Tracing.open(
                                to, roles, own, LOG::warn, clock, name -> Optional.ofNullable(System.getenv(name))))
                        .traces())
                .orElse(Traces.OFF);
    }

    private void gaveUp(String part, StateFolder state, Throwable why) {
        state.failed(why);
        failure.complete(part + " gave up");
    }

    /** A part that only shows that it has failed ends the process as surely as one that calls. */
    private void watch(ClockWatch time) {
        try {
            while (!failure.isDone()) {
                Thread.sleep(WATCH);
                health().forEach((part, state) -> {
                    if (state == Health.FAILED) {
                        failure.complete(part + " has failed");
                    }
                });
                time.setBack().ifPresent(back -> failure.complete("the clock was set back by " + back));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    /** Until a part tells of itself it is starting, so that nobody takes a process for ready that still waits for Kafka. */
    private void expect(Set<Role> roles, StationMeters own) {
        health.put("kafka", () -> Health.STARTING);
        for (var role : roles) {
            var part = switch (role) {
                case INGEST -> "ingest";
                case PROCESS -> "processor";
                case ALERT -> "alerts";
                case DESK -> "desk";
            };
            health.put(part, () -> Health.STARTING);
        }
        List.copyOf(health.keySet()).forEach(part -> own.part(part, () -> ready(part)));
    }

    private boolean ready(String part) {
        return Optional.ofNullable(health.get(part))
                .map(Supplier::get)
                .filter(Health.READY::equals)
                .isPresent();
    }

    /** Where these roles keep what they cannot do without. */
    private static List<Path> folders(AppConfig config, Set<Role> roles) {
        var folders = new ArrayList<Path>();
        config.kafka().inside().ifPresent(embedded -> folders.add(embedded.folder()));
        if (roles.contains(Role.PROCESS)) {
            folders.add(config.processor().stateDir());
        }
        if (roles.contains(Role.ALERT)) {
            folders.add(config.alerts().stateDir());
        }
        if (roles.contains(Role.DESK)) {
            folders.add(config.desk().signIn().folder());
        }
        return folders;
    }

    /** The consumer groups that work through the topics. */
    public static List<String> groups(AppConfig config) {
        var groups = new ArrayList<String>();
        groups.add(config.processor().applicationId());
        groups.add(config.alerts().applicationId());
        groups.add(config.kafka().prefix() + "delivery");
        return groups;
    }

    /** How clients of this station reach Kafka. */
    public Map<String, Object> kafka() {
        return kafka;
    }

    /** Rules and desks of this configuration hold from now on; all else needs a restart. */
    public void configure(AppConfig next) {
        alerts.ifPresent(room -> room.configure(next.alerts()));
        deskPorts.ifPresent(ports -> ports.configure(next));
    }

    /** Follows a configuration file for as long as the station runs. */
    public void follow(Path file) {
        started(Reload.follow(file, meters, this::configure));
    }

    /** Where the page is; empty when the desk runs elsewhere. */
    public Optional<Integer> deskPort() {
        return desk.map(Desk::port);
    }

    /** Where documents are pushed to; 0 when they are not taken here. */
    public int pushPort() {
        return ingest.map(Ingest::pushPort).orElse(0);
    }

    /** Where each source stands; empty when ingest runs elsewhere. */
    public List<FeedState> sources() {
        return ingest.map(Ingest::health).orElse(List.of());
    }

    public int operationsPort() {
        return operationsPort;
    }

    public boolean ready() {
        return health().values().stream().allMatch(part -> part == Health.READY);
    }

    /** Completes with the reason when a part has given up; the process should end then, and its supervisor restart it. */
    public CompletableFuture<String> failure() {
        return failure;
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            var part = running.pop();
            try {
                part.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) { // each part must be closed, whatever the one before did
                LOG.warn("closing {}: {}", part.getClass().getSimpleName(), e.toString());
            }
        }
    }

    private String bootstrap(AppConfig config) throws IOException {
        if (config.kafka().bootstrap().isPresent()) {
            return config.kafka().bootstrap().get();
        }
        var embedded = config.kafka().inside().orElseThrow();
        return started(EmbeddedBroker.start(embedded.folder(), embedded.port())).bootstrap();
    }

    private Map<String, Health> health() {
        var now = new LinkedHashMap<String, Health>();
        health.forEach((part, state) -> now.put(part, state.get()));
        return now;
    }

    private Map<String, String> leftOut() {
        return alerts.map(Alerts::broken).orElse(Map.of());
    }

    private <T extends AutoCloseable> T started(T part) {
        running.push(part);
        return part;
    }
}
