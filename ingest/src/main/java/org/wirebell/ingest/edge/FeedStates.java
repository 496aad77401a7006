package org.wirebell.ingest.edge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.ingest.due.Health;
import org.wirebell.ingest.due.Passed;
import org.wirebell.ingest.due.Standing;
import org.wirebell.model.FeedState;

/**
 * Where each source stands: in memory for those who ask, in the {@code feeds} topic for the next start. Adds to each
 * state how the source is, and says so when that changes.
 */
final class FeedStates {
    private static final Logger LOG = LoggerFactory.getLogger(FeedStates.class);

    private static final Duration SHORT_STOP = Duration.ofHours(1);

    private final ConcurrentSkipListMap<String, Place> places = new ConcurrentSkipListMap<>();
    /** Which sources are at each address, as {@link Standing#address} has it. */
    private final ConcurrentMap<String, Set<String>> addresses = new ConcurrentHashMap<>();

    private final Map<String, FeedState> kept;
    private final Map<String, Duration> silence;
    private final Outbox outbox;
    private final IngestMeters meters;
    private final InstantSource clock;
    /** Since when a source that has no news is silent, and not just unheard. */
    private final Instant watched;

    /**
     * @param kept what the topic held at the start
     * @param silence that the operator allows a source, by its id; others' is learned
     */
    FeedStates(
            Map<String, FeedState> kept,
            Map<String, Duration> silence,
            Outbox outbox,
            IngestMeters meters,
            InstantSource clock) {
        this.kept = Map.copyOf(kept);
        this.silence = Map.copyOf(silence);
        this.outbox = outbox;
        this.meters = meters;
        this.clock = clock;
        this.watched = watched(clock.instant());
    }

    /** After a short stop we listen as if there had been none; what passed in a longer one is no silence. */
    private Instant watched(Instant now) {
        var stopped = kept.values().stream().flatMap(state -> state.lastFetch().stream());
        return stopped.anyMatch(now.minus(SHORT_STOP)::isBefore) ? Instant.EPOCH : now;
    }

    Optional<FeedState> kept(String source) {
        return Optional.ofNullable(kept.get(source));
    }

    /** Shows and writes a state; all items that it counts as seen must be safe by now. */
    void keep(FeedState state) {
        place(state).keep(state);
    }

    /** Shows a state that must not be resumed from. */
    void show(FeedState state) {
        place(state).show(state);
    }

    /** Notices what time alone changes: that a source has gone silent. To be called every minute or so. */
    void review() {
        places.values().forEach(Place::review);
    }

    List<FeedState> all() {
        return places.values().stream().flatMap(place -> place.shown().stream()).toList();
    }

    /**
     * The sources that have come to the same address as this one, itself among them; asked at each poll, so nothing is
     * gone through.
     */
    List<FeedState> at(FeedState state) {
        return addresses.getOrDefault(Standing.address(state), Set.of()).stream()
                .flatMap(id -> Optional.ofNullable(places.get(id)).stream())
                .flatMap(place -> place.shown().stream())
                .toList();
    }

    private Place place(FeedState state) {
        return places.computeIfAbsent(state.source(), id -> new Place(kept(id)));
    }

    /** One source. Its lock keeps an older state from being written after a newer one. */
    private final class Place {
        private Optional<FeedState> shown = Optional.empty();
        private Optional<FeedState> written = Optional.empty();
        private Optional<Health> health;
        private long missing;

        Place(Optional<FeedState> before) {
            health = before.flatMap(Health::in);
            missing = before.map(state -> Passed.of(state.more()).missing()).orElse(0L);
        }

        synchronized Optional<FeedState> shown() {
            return shown;
        }

        synchronized void keep(FeedState state) {
            write(judged(state));
        }

        synchronized void show(FeedState state) {
            judged(state);
        }

        synchronized void review() {
            var before = health.map(Health::word);
            shown.ifPresent(this::judged);
            if (!before.equals(health.map(Health::word))) {
                var now = clock.instant();
                written.ifPresent(state -> health.ifPresent(how -> write(how.on(state, now))));
            }
        }

        private void write(FeedState state) {
            written = Optional.of(state);
            outbox.keep(state, clock.instant());
        }

        private FeedState judged(FeedState state) {
            var now = clock.instant();
            var fixed = Optional.ofNullable(silence.get(state.source()));
            var how = Health.of(state, health, fixed, watched, now);
            if (!health.map(Health::word).equals(Optional.of(how.word()))) {
                tell(state.source(), how);
            }
            health = Optional.of(how);
            var next = how.on(state, now);
            moved(shown.map(Standing::address).orElse(""), Standing.address(next), state.source());
            shown = Optional.of(next);
            meters.health(next, how.word());
            var lost = Passed.of(state.more()).missing();
            meters.missing(state.source(), lost - missing);
            missing = lost;
            return next;
        }

        private void moved(String before, String here, String source) {
            if (!here.equals(before)) {
                addresses.computeIfPresent(before, (_, sources) -> left(sources, source));
                addresses.compute(here, (_, sources) -> joined(sources, source));
            }
        }

        private static Set<String> joined(@Nullable Set<String> sources, String source) {
            var all = new HashSet<>(sources == null ? Set.of() : sources);
            all.add(source);
            return Set.copyOf(all);
        }

        private static @Nullable Set<String> left(Set<String> sources, String source) {
            var rest = new HashSet<>(sources);
            rest.remove(source);
            return rest.isEmpty() ? null : Set.copyOf(rest); // an address that nobody is at any more is forgotten
        }

        private void tell(String source, Health how) {
            switch (how.word()) {
                case GAP, SILENT, GONE ->
                    LOG.warn("source {} is {}: {}", source, how.word().word(), how.why());
                case OK ->
                    health.filter(was -> was.word() != Health.Word.NEW)
                            .ifPresent(was -> LOG.info(
                                    "source {} is ok, was {}",
                                    source,
                                    was.word().word()));
                case NEW, SLOW, FAILING -> {} // its entrance says more of it
            }
        }
    }
}
