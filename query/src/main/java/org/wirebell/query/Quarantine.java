package org.wirebell.query;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Rules that were stopped too often, with the reason; they answer nothing until they are loaded anew. */
final class Quarantine {
    /** One text may be made to trip a rule; so many are the rule's own fault. */
    static final int STRIKES = 3;

    private final Map<String, String> reasons = new ConcurrentHashMap<>();
    private final AtomicIntegerArray strikes;

    Quarantine(int rules) {
        strikes = new AtomicIntegerArray(rules);
    }

    boolean holds(int rule) {
        return strikes.getPlain(rule) >= STRIKES;
    }

    /** Counts that a rule was stopped. */
    void strike(int rule, String id, String why) {
        if (strikes.incrementAndGet(rule) == STRIKES) {
            reasons.put(id, why + ", as in " + (STRIKES - 1) + " items before");
        }
    }

    Map<String, String> reasons() {
        return Map.copyOf(reasons);
    }
}
