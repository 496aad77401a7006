package org.wirebell.ingest.edge;

import static org.wirebell.model.Samples.T0;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.Dns;
import org.wirebell.ingest.due.Due;
import org.wirebell.ingest.due.Pace;
import org.wirebell.ingest.due.SourceConfig;
import org.wirebell.ingest.web.AddressGuard;
import org.wirebell.ingest.web.Limits;
import org.wirebell.ingest.web.OkHttpWeb;
import org.wirebell.model.FeedState;

/**
 * The whole way from due time to broker, over real sockets, in time that is made: the clock jumps from one due poll to the
 * next, so that days pass in a second.
 */
final class Days implements AutoCloseable {
    static final String USER_AGENT = "Wirebell/test (+https://desk.example/bot)";
    static final Limits LIMITS = new Limits(
            100_000, Duration.ofSeconds(5), Duration.ofSeconds(2), 5, 32, Duration.ZERO, Duration.ofSeconds(1));

    private final Pace pace;
    private final Map<String, SourceConfig> sources = new TreeMap<>();
    private final Map<String, Poller> pollers = new TreeMap<>();
    private final Map<String, FeedState> states = new TreeMap<>();
    private volatile Instant now = T0;
    private Desk desk = Desk.resumed(clock());
    private OkHttpWeb web = web();

    Days(Pace pace) {
        this.pace = pace;
    }

    InstantSource clock() {
        return () -> now;
    }

    Instant now() {
        return now;
    }

    Desk desk() {
        return desk;
    }

    FeedState state(String id) {
        return states.get(id);
    }

    /** As the desk shows it: with its health. */
    FeedState shown(String id) {
        return desk.handover.states().all().stream()
                .filter(state -> state.source().equals(id))
                .findFirst()
                .orElseThrow();
    }

    List<Instant> due() {
        return states.values().stream()
                .map(state -> state.nextDue().orElseThrow())
                .toList();
    }

    Days source(String id, SourceConfig source) {
        sources.put(id, source);
        begin(id);
        return this;
    }

    private void begin(String id) {
        var poller = new Poller(id, sources.get(id), Map.of(), new Due(pace), Duration.ofHours(1), web, desk.handover);
        pollers.put(id, poller);
        states.put(id, poller.start());
    }

    /** Polls whatever falls due, in order, for so long. */
    void pass(Duration time) throws InterruptedException {
        var end = now.plus(time);
        while (true) {
            var next = states.values().stream()
                    .min(Comparator.comparing(state -> state.nextDue().orElseThrow()))
                    .orElseThrow();
            var due = next.nextDue().orElseThrow();
            if (due.isAfter(end)) {
                now = end;
                return;
            }
            now = due.isAfter(now) ? due : now;
            states.put(next.source(), pollers.get(next.source()).poll(next));
        }
    }

    /** The process ends, and starts again after so long with what Kafka kept. */
    void restart(Duration stopped) {
        var kept = new TreeMap<String, FeedState>();
        desk.states().forEach(state -> kept.put(state.source(), state));
        web.close();
        now = now.plus(stopped);
        desk = Desk.resumed(clock(), kept.values().toArray(FeedState[]::new));
        web = web();
        Ingest.keepPromises(kept.values(), web, now);
        sources.keySet().forEach(this::begin);
    }

    private OkHttpWeb web() {
        return new OkHttpWeb(LIMITS, USER_AGENT, AddressGuard.open(Dns.SYSTEM), clock());
    }

    @Override
    public void close() {
        web.close();
    }
}
