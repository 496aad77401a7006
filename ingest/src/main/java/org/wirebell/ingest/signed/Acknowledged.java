package org.wirebell.ingest.signed;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The ids of signed messages that were taken lately: whoever sends one of them again, having missed our answer or having
 * recorded it on the way, is told that all is well and nothing more happens. Bounded; the oldest leave first.
 */
public final class Acknowledged {
    /** As long as a recorded message could be sent again, and then some. */
    static final Duration KEPT = Secret.TOLERANCE.multipliedBy(3);

    private static final int MOST = 10_000;

    private final LinkedHashMap<String, Instant> taken = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    public synchronized boolean holds(String sender, String id, Instant now) {
        return Optional.ofNullable(taken.get(sender + " " + id))
                .filter(at -> at.plus(KEPT).isAfter(now))
                .isPresent();
    }

    public synchronized void note(String sender, String id, Instant now) {
        taken.putLast(sender + " " + id, now);
    }
}
