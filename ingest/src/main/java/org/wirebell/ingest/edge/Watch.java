package org.wirebell.ingest.edge;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.due.Visits;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.web.Outage;
import org.wirebell.model.FeedState;

/**
 * The loop of an entrance that goes and looks: a look, a wait, the next look. What one look throws ends no watch; the waits
 * grow while looks fail in a row.
 */
final class Watch implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    /** The state of a source that has nothing new is written this often: its age is to be seen in the topic too. */
    private static final Duration WRITE_EVERY = Duration.ofMinutes(5);

    private final String id;
    private final String address;
    private final Visits visits;
    private final Handover handover;
    private final Look look;
    private Instant keptAt = Instant.EPOCH;

    /** One look at a source: what it counts as seen is safe by then, and kept if that is news. */
    interface Look {
        /** Throws when the look came to nothing, or had to be broken off; what it took before that is in its last state. */
        FeedState look(FeedState before) throws IOException, InterruptedException;

        /** The state that the last look came to, as far as it got. */
        default FeedState reached(FeedState before) {
            return before;
        }

        /** After the last look. */
        default void close() {}
    }

    /** @param address for people; another one makes a source begin anew, but for what was seen */
    Watch(String id, String address, Visits visits, Handover handover, Look look) {
        this.id = id;
        this.address = address;
        this.visits = visits;
        this.handover = handover;
        this.look = look;
    }

    /** Where a source stands at the start. */
    static FeedState resumed(String id, String address, Handover handover) {
        var state = handover.states()
                .kept(id)
                .map(kept -> Standing.resume(kept, address))
                .orElseGet(() -> Standing.start(id, address));
        handover.states().show(state);
        return state;
    }

    @Override
    public void run() {
        try {
            watch(resumed(id, address, handover));
        } finally {
            look.close();
        }
    }

    private void watch(FeedState resumed) {
        var state = resumed;
        var wait = visits.first(id);
        int failures = 0;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(wait);
                state = settled(state, look.look(state));
                failures = 0;
            } catch (InterruptedException _) {
                return;
            } catch (IOException e) {
                if (Thread.currentThread().isInterrupted()) {
                    return; // which is why the connection broke
                }
                failures++;
                state = failed(look.reached(state), e instanceof Outage outage ? outage.why() : Why.UNREADABLE, e);
            } catch (RuntimeException e) { // a bug must not end the watch over this source
                if (Thread.currentThread().isInterrupted()) {
                    return; // Kafka's own InterruptException
                }
                failures++;
                state = failed(look.reached(state), Why.INTERNAL, e);
            }
            wait = visits.after(failures);
        }
    }

    private FeedState settled(FeedState before, FeedState after) {
        var now = handover.clock().instant();
        if (after.outcome().equals(before.outcome())
                && Duration.between(keptAt, now).compareTo(WRITE_EVERY) < 0) {
            handover.states().show(after);
        } else {
            keptAt = now;
            handover.states().keep(after);
        }
        return after;
    }

    private FeedState failed(FeedState before, Why why, Exception e) {
        var detail = e instanceof Outage ? String.valueOf(e.getMessage()) : e.toString();
        var state = Standing.failed(before, why, detail, "", handover.clock().instant());
        if (before.outcome().equals(why.word()) && before.detail().equals(detail)) {
            handover.states().show(state);
            return state;
        }
        if (why == Why.INTERNAL) {
            LOG.error("source {}: {} failed", id, address, e);
        } else {
            LOG.warn("source {}: {}: {}", id, why.word(), detail);
        }
        handover.states().keep(state);
        return state;
    }
}
