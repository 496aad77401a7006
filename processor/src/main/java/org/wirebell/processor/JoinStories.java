package org.wirebell.processor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.wirebell.model.Finding;
import org.wirebell.model.Topics;
import org.wirebell.processor.cluster.Bucket;
import org.wirebell.processor.cluster.Copies;
import org.wirebell.processor.cluster.CopiesConfig;
import org.wirebell.processor.cluster.Heard;
import org.wirebell.processor.cluster.HeldStory;
import org.wirebell.processor.cluster.HeldText;
import org.wirebell.processor.cluster.Hour;
import org.wirebell.processor.cluster.Joiner;
import org.wirebell.processor.cluster.Shelf;
import org.wirebell.processor.cluster.StoriesConfig;

/** Puts all items, in one order, among the others: copies, stories, origins, levels. One task holds it all. */
record JoinStories(ProcessorMeters meters) implements ProcessorSupplier<String, Finding, String, Joiner.Joined> {
    static final String STORIES = "stories";
    static final String TEXTS = "texts";
    static final String BUCKETS = "text-buckets";
    static final String HOURS = "text-hours";
    static final String HEARD = "tags-heard";

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                store(STORIES, HeldStory.class),
                store(TEXTS, HeldText.class),
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(BUCKETS), Serdes.String(), buckets())
                        .withCachingEnabled(),
                store(HOURS, Hour.class).withCachingEnabled(),
                store(HEARD, Heard.class));
    }

    /** Some ninety are read and written for each item, so their handles are the value, without a JSON form around them. */
    private static Serde<Bucket> buckets() {
        return Serdes.serdeFrom(
                (topic, bucket) -> bucket == null ? null : bucket.texts().getBytes(StandardCharsets.ISO_8859_1),
                (topic, bytes) -> bytes == null ? null : new Bucket(new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Class<V> type) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Topics.serde(type));
    }

    @Override
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
    public Processor<String, Finding, String, Joiner.Joined> get() {
        return new Processor<>() {
            private ProcessorContext<String, Joiner.Joined> context;
            private Joiner joiner;

            @Override
            public void init(ProcessorContext<String, Joiner.Joined> context) {
                this.context = context;
                KeyValueStore<String, HeldStory> stories = context.getStateStore(STORIES);
                var held = new ArrayList<HeldStory>();
                try (var all = stories.all()) {
                    all.forEachRemaining(entry -> held.add(entry.value));
                }
                this.joiner = new Joiner(
                        StoriesConfig.defaults(),
                        new Copies(CopiesConfig.defaults(), shelf(TEXTS), shelf(BUCKETS), shelf(HOURS)),
                        shelf(STORIES),
                        List.copyOf(held),
                        shelf(HEARD));
            }

            private <V> Shelf<V> shelf(String name) {
                KeyValueStore<String, V> store = context.getStateStore(name);
                return new StoreShelf<>(store);
            }

            @Override
            public void process(Record<String, Finding> record) {
                var at = Instant.ofEpochMilli(record.timestamp());
                var joined = meters.timed("stories", () -> joiner.join(record.value(), at));
                context.forward(record.withValue(joined));
            }
        };
    }

    /** A store with the values last used at hand, so that they are not read from JSON each time. */
    private static final class StoreShelf<V> implements Shelf<V> {
        /** Texts of some 4 kB each. */
        private static final int AT_HAND = 2_048;

        private final KeyValueStore<String, V> store;
        private final Map<String, V> atHand = new LinkedHashMap<>(AT_HAND, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > AT_HAND;
            }
        };

        StoreShelf(KeyValueStore<String, V> store) {
            this.store = store;
        }

        @Override
        public Optional<V> get(String key) {
            var known = Optional.ofNullable(atHand.get(key));
            if (known.isPresent()) {
                return known;
            }
            var stored = Optional.ofNullable(store.get(key));
            stored.ifPresent(value -> atHand.put(key, value));
            return stored;
        }

        @Override
        public void put(String key, V value) {
            store.put(key, value);
            atHand.put(key, value);
        }

        @Override
        public void delete(String key) {
            store.delete(key);
            atHand.remove(key);
        }
    }
}
