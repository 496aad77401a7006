package org.wirebell.processor;

import java.util.LinkedHashMap;
import java.util.Map;

/** Some values of a store, so that they are not read from it each time: those used last, or those put last. */
final class AtHand<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1;

    private final int most;

    private AtHand(int most, boolean byUse) {
        super(16, 0.75f, byUse);
        this.most = most;
    }

    static <V> AtHand<V> usedLast(int most) {
        return new AtHand<>(most, true);
    }

    static <V> AtHand<V> putLast(int most) {
        return new AtHand<>(most, false);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > most;
    }
}
