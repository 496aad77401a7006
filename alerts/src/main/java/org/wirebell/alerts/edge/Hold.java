package org.wirebell.alerts.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps all receivers waiting after a start until the planner has caught up: what is taken back, acknowledged or overtaken a few
 * records further on should not be told first. Ends once and for good; at the latest {@code longest} after the first look.
 */
final class Hold {
    private static final Logger LOG = LoggerFactory.getLogger(Hold.class);

    private final Duration longest;
    private volatile Optional<Instant> begun = Optional.empty();
    private volatile Optional<Instant> ended = Optional.empty();
    private Optional<String> waits = Optional.of("a planner that was not asked");

    Hold(Duration longest) {
        this.longest = longest;
    }

    boolean on() {
        return ended.isEmpty();
    }

    /** Whether there is something that it may keep waiting. */
    boolean keeps() {
        return on() && begun.isPresent();
    }

    /** The later of this moment and the end of the hold: since when something could have been sent. */
    Instant since(Instant moment) {
        return ended.filter(moment::isBefore).orElse(moment);
    }

    /**
     * Looks whether it is over. What the planner had planned when it had caught up is here once nothing more was to be read at a
     * later look.
     *
     * @param readAll whether nothing more was to be read just now
     * @return whether it has just ended
     */
    boolean ends(Settling settling, boolean readAll, Instant now) {
        var first = begun.orElse(now);
        begun = Optional.of(first);
        if (waits.isEmpty() && readAll) {
            LOG.info("delivery begins: the planner has caught up");
        } else if (!now.isBefore(first.plus(longest))) {
            LOG.warn("delivery begins after {} all the same: there is still {}", longest, waits.orElse("more to read"));
        } else {
            waits = waits.isEmpty() ? waits : settling.waitsFor();
            return false;
        }
        ended = Optional.of(now);
        return true;
    }
}
