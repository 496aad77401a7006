package org.wirebell.alerts.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What time has to do with an alert.
 *
 * @param spoke when it last spoke with a sound
 * @param escalating since when it waits to be acknowledged, while steps are due
 * @param closing when it will be looked at whether it is over
 * @param moved the way the number told went last: 1 up, -1 down, 0 not yet
 * @param turns when it turned, the newest ones
 * @param torn whether it turned so often that it waits for a person
 */
public record Life(
        Optional<Instant> spoke,
        Optional<Instant> escalating,
        Optional<Instant> closing,
        int moved,
        List<Instant> turns,
        boolean torn) {
    static final Life NONE = new Life(Optional.empty(), Optional.empty(), Optional.empty(), 0, List.of(), false);
    private static final int TURNS = 2;

    public Life {
        turns = List.copyOf(turns);
    }

    Life spoke(Instant at) {
        return new Life(Optional.of(at), escalating, closing, moved, turns, torn);
    }

    Life escalating(Optional<Instant> since) {
        return new Life(spoke, since, closing, moved, turns, torn);
    }

    Life closing(Instant due) {
        return new Life(spoke, escalating, Optional.of(due), moved, turns, torn);
    }

    /** The number told went up (1) or down (-1). The second turn within this time tears. */
    Life moved(int way, Instant now, Duration within) {
        if (way == 0) {
            return this;
        }
        var recent = new ArrayList<Instant>();
        turns.stream().filter(at -> at.plus(within).isAfter(now)).forEach(recent::add);
        if (moved != 0 && way != moved && within.isPositive()) {
            recent.add(now);
        }
        return new Life(spoke, escalating, closing, way, recent, torn || recent.size() >= TURNS);
    }

    /** A person has looked: counting begins anew. */
    Life calm() {
        return new Life(spoke, escalating, closing, 0, List.of(), false);
    }
}
