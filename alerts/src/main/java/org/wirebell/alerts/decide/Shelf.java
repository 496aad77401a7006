package org.wirebell.alerts.decide;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A keyed part of what the planner remembers, in the order of its keys: a state store when live, a map in a back-test. */
public interface Shelf<V> {
    Optional<V> get(String key);

    void put(String key, V value);

    void remove(String key);

    /** Up to {@code most} entries from one key (inclusive) to another (exclusive), in order. */
    List<Map.Entry<String, V>> between(String from, String to, int most);

    /** Entries whose key begins with this. */
    default List<Map.Entry<String, V>> under(String prefix, int most) {
        return between(prefix, prefix + '\uffff', most);
    }

    static <V> Shelf<V> inMemory() {
        return new Shelf<>() {
            private final TreeMap<String, V> map = new TreeMap<>();

            @Override
            public Optional<V> get(String key) {
                return Optional.ofNullable(map.get(key));
            }

            @Override
            public void put(String key, V value) {
                map.put(key, value);
            }

            @Override
            public void remove(String key) {
                map.remove(key);
            }

            @Override
            public List<Map.Entry<String, V>> between(String from, String to, int most) {
                return map.subMap(from, to).entrySet().stream()
                        .limit(most)
                        .map(e -> Map.entry(e.getKey(), e.getValue()))
                        .toList();
            }
        };
    }
}
