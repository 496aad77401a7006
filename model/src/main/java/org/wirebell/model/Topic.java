package org.wirebell.model;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;

/**
 * A topic with everything that it is created with. Names stand nowhere else.
 *
 * @param kept how long records stay; absent = for ever
 * @param compacted only the newest of each key stays
 */
public record Topic<K, V>(String name, Serde<K> keys, Serde<V> values, Optional<Duration> kept, boolean compacted) {}
