package org.wirebell.ingest.edge;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.read.Problem;
import org.wirebell.model.FeedState;
import org.wirebell.model.Item;

/** What every entrance shares: handing items over until the broker has them, and setting aside what nobody can read. */
record Handover(
        Outbox outbox,
        FeedStates states,
        Readers readers,
        Articles articles,
        IngestMeters meters,
        InstantSource clock) {
    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);
    /** Longer than the producer itself tries (delivery.timeout.ms). */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /** Comes back when the broker has acknowledged every item, completed where its source wants that, however long it is away. */
    void deliver(FeedState before, List<Item> items) throws InterruptedException {
        meters.delays(items);
        articles.complete(before.source(), items, ready -> send(before, ready));
    }

    private void send(FeedState before, List<Item> items) throws InterruptedException {
        var pause = FIRST_PAUSE;
        var unsent = outbox.send(items, PATIENCE, () -> waiting(before, items.size()));
        if (unsent.isEmpty()) {
            return;
        }
        while (!unsent.isEmpty()) {
            waiting(before, unsent.size());
            Thread.sleep(pause);
            pause = longer(pause);
            unsent = outbox.send(unsent, PATIENCE);
        }
        LOG.info("feed {}: the broker has all {} items now", before.source(), items.size());
    }

    private static Duration longer(Duration pause) {
        return pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    private void waiting(FeedState before, int items) {
        meters.unsent(before.source());
        states.show(Standing.waiting(before, items + " items wait for the broker"));
    }

    /** Sets a document aside, and comes back when the broker has it, however long it is away. */
    void setAsideSurely(FeedState before, String key, byte[] raw, Problem problem) throws InterruptedException {
        meters.unreadable(before.source(), problem.why());
        var pause = FIRST_PAUSE;
        while (!outbox.dead(key, before.source(), raw, Words.lower(problem.why()), problem.detail())) {
            states.show(Standing.waiting(before, "a dead letter waits for the broker"));
            Thread.sleep(pause);
            pause = longer(pause);
        }
    }

    /**
     * Sets a document aside; false when the broker did not take it.
     *
     * @param feed as metered: a configured id, never what a client of the push endpoint made up
     */
    boolean setAside(String feed, String source, String name, byte[] raw, Problem problem) throws InterruptedException {
        meters.unreadable(feed, problem.why());
        return outbox.dead(name, source, raw, Words.lower(problem.why()), problem.detail());
    }
}
