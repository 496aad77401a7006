package org.wirebell.ingest.edge;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.wirebell.model.FeedState;

/** Where each source stands: in memory for those who ask, in the {@code feeds} topic for the next start. */
final class FeedStates {
    private final ConcurrentSkipListMap<String, FeedState> states = new ConcurrentSkipListMap<>();
    private final Map<String, FeedState> kept;
    private final Outbox outbox;
    private final IngestMeters meters;
    private final InstantSource clock;

    /** @param kept what the topic held at the start */
    FeedStates(Map<String, FeedState> kept, Outbox outbox, IngestMeters meters, InstantSource clock) {
        this.kept = Map.copyOf(kept);
        this.outbox = outbox;
        this.meters = meters;
        this.clock = clock;
    }

    Optional<FeedState> kept(String source) {
        return Optional.ofNullable(kept.get(source));
    }

    /** Shows and writes a state; all items that it counts as seen must be safe by now. */
    void keep(FeedState state) {
        show(state);
        outbox.keep(state, clock.instant());
    }

    /** Shows a state that must not be resumed from. */
    void show(FeedState state) {
        states.put(state.source(), state);
        meters.health(state);
    }

    List<FeedState> all() {
        return List.copyOf(states.values());
    }
}
