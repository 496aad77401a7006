package org.wirebell.processor;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Large values of which little changes at a time: a store holds each in rows, and only rows that changed are written. The values used last are
 * at hand as a whole.
 *
 * <p>The row named "" stands under the value's own key, the others under that key, a line feed and their name. Versions that kept values whole
 * have written all of it under the key: the next change parts it.
 *
 * @param <T> a value in use
 * @param <V> its rows
 */
final class InRows<T, V> {
    /** Values of running stories, some hundred kilobytes each at most. */
    private static final int AT_HAND = 64;

    private static final StringSerializer KEYS = new StringSerializer();

    private final KeyValueStore<String, V> store;
    private final Function<T, Map<String, V>> part;
    private final Function<Collection<V>, T> whole;
    private final AtHand<Held<T, V>> atHand = AtHand.usedLast(AT_HAND);

    private record Held<T, V>(T value, Map<String, V> rows) {}

    /**
     * @param part the rows of a value by their names, among them always the one named ""
     * @param whole the value again, of rows in any order
     */
    InRows(KeyValueStore<String, V> store, Function<T, Map<String, V>> part, Function<Collection<V>, T> whole) {
        this.store = store;
        this.part = part;
        this.whole = whole;
    }

    Optional<T> get(String key) {
        return held(key).map(Held::value);
    }

    void put(String key, T value) {
        var before = held(key).map(Held::rows).orElse(Map.of());
        var now = part.apply(value);
        before.keySet().stream()
                .filter(name -> !now.containsKey(name))
                .forEach(name -> store.put(name(key, name), null));
        now.forEach((name, row) -> {
            if (!row.equals(before.get(name))) {
                store.put(name(key, name), row);
            }
        });
        atHand.put(key, new Held<>(value, now));
    }

    private Optional<Held<T, V>> held(String key) {
        var known = Optional.ofNullable(atHand.get(key));
        if (known.isPresent()) {
            return known;
        }
        var stored = Optional.ofNullable(store.get(key)).map(first -> stored(key, first));
        stored.ifPresent(held -> atHand.put(key, held));
        return stored;
    }

    private Held<T, V> stored(String key, V first) {
        var rows = new LinkedHashMap<String, V>();
        rows.put("", first);
        try (var others = store.prefixScan(prefix(key), KEYS)) {
            others.forEachRemaining(
                    row -> rows.put(row.key.substring(prefix(key).length()), row.value));
        }
        return new Held<>(whole.apply(List.copyOf(rows.values())), rows);
    }

    private static String name(String key, String row) {
        return row.isEmpty() ? key : prefix(key) + row;
    }

    private static String prefix(String key) {
        return key + '\n';
    }
}
