package org.wirebell.processor.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where values are kept by name: all that copies ask of a state store. */
public interface Shelf<V> {
    Optional<V> get(String key);

    void put(String key, V value);

    void delete(String key);

    /** One that forgets everything at the end of the process. */
    static <V> Shelf<V> inMemory() {
        return over(new HashMap<>());
    }

    /** One that keeps its values in a map of the caller's. */
    static <V> Shelf<V> over(Map<String, V> map) {
        return new Shelf<>() {
            @Override
            public Optional<V> get(String key) {
                return Optional.ofNullable(map.get(key));
            }

            @Override
            public void put(String key, V value) {
                map.put(key, value);
            }

            @Override
            public void delete(String key) {
                map.remove(key);
            }
        };
    }
}
