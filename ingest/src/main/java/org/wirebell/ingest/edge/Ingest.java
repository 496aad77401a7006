package org.wirebell.ingest.edge;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.Dns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.ingest.due.Due;
import org.wirebell.ingest.due.SourceConfig;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.web.AddressGuard;
import org.wirebell.ingest.web.OkHttpWeb;
import org.wirebell.ingest.web.Web;
import org.wirebell.model.FeedState;
import org.wirebell.model.Topics;
import org.wirebell.model.trace.Traces;

/** The front door: starts polling, watching and listening, and stops all of it on close. */
public final class Ingest implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

    /** How long pollers and watchers may take to notice that they are to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How often it is noticed that a source has gone silent. */
    private static final Duration REVIEW = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final Web web;
    private final FeedStates states;
    private final Readers readers;
    private final List<Thread> threads = new ArrayList<>();
    private Optional<HttpDoor> door = Optional.empty();

    private Ingest(Outbox outbox, Web web, FeedStates states, Readers readers) {
        this.readers = readers;
        this.outbox = outbox;
        this.web = web;
        this.states = states;
    }

    /**
     * Resumes from the {@code feeds} topic and starts. Throws {@link IllegalArgumentException} when a secret that the
     * configuration names is not there, and {@link IllegalStateException} when the topic cannot be read.
     *
     * @param kafka how to reach the cluster: {@code bootstrap.servers} and whatever security needs
     */
    public static Ingest start(
            IngestConfig config,
            Map<String, Object> kafka,
            Topics topics,
            MeterRegistry meters,
            Traces traces,
            InstantSource clock) {
        var env = System.getenv();
        var headers = headers(config, name -> Optional.ofNullable(env.get(name)));
        var keys = config.push().map(push -> PushKeys.of(push, name -> Optional.ofNullable(env.get(name))));
        var secrets = new Secrets(name -> Optional.ofNullable(env.get(name)));
        secrets.check(config);
        var hubSecret = Subscriptions.secret(config, name -> Optional.ofNullable(env.get(name)));
        var kept = Resume.read(kafka, topics.feeds());
        var roomMeters = new IngestMeters(meters);
        var outbox = new Outbox(Outbox.producer(kafka), Outbox.unhurried(kafka), topics, roomMeters, traces, clock);
        var states = new FeedStates(kept, config.silence(), outbox, roomMeters, clock);
        var guard = config.allowPrivateFeeds() ? AddressGuard.open(Dns.SYSTEM) : AddressGuard.publicOnly(Dns.SYSTEM);
        var web = new OkHttpWeb(config.limits(), config.userAgent(), guard, clock);
        keepPromises(kept.values(), web, clock.instant());
        var readers = new Readers(config.priorities());
        var articles = new Articles(config, web, readers, roomMeters, clock);
        var handover = new Handover(outbox, states, readers, articles, roomMeters, clock);
        var ingest = new Ingest(outbox, web, states, readers);
        var hubs = new Hubs(config.limits(), roomMeters);
        var subscriptions = hubSecret.map(secret -> new Subscriptions(
                config.websub().orElseThrow(),
                secret,
                web,
                hubs,
                handover,
                config.pace().floor()));
        boolean runs = false;
        try {
            var entrances = Entrances.of(config, kafka, topics, secrets, handover);
            ingest.run(config, headers, keys, subscriptions, handover, entrances);
            runs = true;
        } finally {
            if (!runs) {
                ingest.close();
            }
        }
        subscriptions.ifPresent(all -> ingest.start("hubs-left", () -> leave(all, config, kept)));
        return ingest;
    }

    /** What was promised to a server holds for all its feeds, and after a restart too. */
    static void keepPromises(Collection<FeedState> kept, OkHttpWeb web, Instant now) {
        for (var state : kept) {
            Standing.promise(state)
                    .ifPresent(promise ->
                            web.leaveAlone(URI.create(promise.url()), Duration.between(now, promise.until())));
        }
    }

    private void run(
            IngestConfig config,
            Map<String, Map<String, String>> headers,
            Optional<PushKeys> keys,
            Optional<Subscriptions> subscriptions,
            Handover handover,
            Map<String, Runnable> entrances) {
        // the port first: when it is taken, nothing else has begun
        door = config.push().map(at -> {
            var push = new PushEndpoint(keys.orElseThrow(), config.limits(), handover);
            var guests = new ArrayList<HttpDoor.Guest>(List.of(push));
            subscriptions.ifPresent(all -> guests.add(all.hubs()));
            return new HttpDoor(at.host(), at.port(), guests);
        });
        var due = new Due(config.pace());
        entrances.forEach(this::start);
        config.sources()
                .forEach((id, source) -> start(
                        "feed-" + id,
                        new Poller(
                                id,
                                source,
                                headers.getOrDefault(id, Map.of()),
                                due,
                                config.backfillOlderThan(),
                                web,
                                handover,
                                subscriptions.flatMap(all -> all.subscriber(id)))));
        start("review", () -> review(handover.states()));
        LOG.info("watching {} feeds and {} other entrances", config.sources().size(), entrances.size());
    }

    /** Subscriptions of sources that are no longer subscribed, or no longer there, are given up. */
    private static void leave(Subscriptions all, IngestConfig config, Map<String, FeedState> kept) {
        try {
            for (var state : kept.values()) {
                if (!config.sources().containsKey(state.source())) {
                    all.leaveForGood(state);
                } else if (config.websub().orElseThrow().without().contains(state.source())) {
                    all.leave(state);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void review(FeedStates states) {
        try {
            while (true) {
                Thread.sleep(REVIEW);
                states.review();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(String name, Runnable work) {
        threads.add(Thread.ofVirtual().name(name).start(work));
    }

    /** The values of the request headers of each source. */
    static Map<String, Map<String, String>> headers(
            IngestConfig config, Function<String, Optional<String>> environment) {
        var headers = new HashMap<String, Map<String, String>>();
        config.sources().forEach((id, source) -> headers.put(id, headers(id, source, environment)));
        return headers;
    }

    private static Map<String, String> headers(
            String id, SourceConfig source, Function<String, Optional<String>> environment) {
        var values = new HashMap<String, String>();
        source.headersEnv()
                .forEach((header, variable) -> values.put(
                        header,
                        environment
                                .apply(variable)
                                .orElseThrow(() -> new IllegalArgumentException("sources." + id + ".headers-env."
                                        + header + ": environment variable " + variable + " is not set"))));
        return Map.copyOf(values);
    }

    /** Where pushed documents are taken; 0 when they are not. */
    public int pushPort() {
        return door.map(HttpDoor::port).orElse(0);
    }

    /** Where each source stands, in the order of their ids. */
    public List<FeedState> health() {
        return states.all();
    }

    @Override
    public void close() {
        boolean interrupted = Thread.interrupted(); // else the producer would drop what it still holds
        door.ifPresent(HttpDoor::close);
        threads.forEach(Thread::interrupt);
        interrupted |= !awaitThreads();
        web.close();
        readers.close();
        outbox.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One deadline for all, however many there are; false when interrupted. */
    private boolean awaitThreads() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (var thread : threads) {
                thread.join(Duration.ofNanos(deadline - System.nanoTime()));
            }
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }
}
