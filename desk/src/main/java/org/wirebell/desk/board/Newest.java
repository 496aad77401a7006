package org.wirebell.desk.board;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map that holds so many entries; the one that was put longest ago leaves first. */
final class Newest<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1;
    private final int most;

    Newest(int most) {
        this.most = most;
    }

    @Override
    public @Nullable V put(String key, V value) {
        var before = remove(key);
        super.put(key, value);
        return before;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > most;
    }
}
