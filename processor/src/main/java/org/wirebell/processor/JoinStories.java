package org.wirebell.processor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.wirebell.model.Finding;
import org.wirebell.model.Story;
import org.wirebell.model.Topics;
import org.wirebell.model.trace.Fact;
import org.wirebell.model.trace.Step;
import org.wirebell.model.trace.Traces;
import org.wirebell.processor.cluster.Copies;
import org.wirebell.processor.cluster.CopiesConfig;
import org.wirebell.processor.cluster.Heard;
import org.wirebell.processor.cluster.HeldStory;
import org.wirebell.processor.cluster.HeldTerms;
import org.wirebell.processor.cluster.HeldText;
import org.wirebell.processor.cluster.Joiner;
import org.wirebell.processor.cluster.Shelf;
import org.wirebell.processor.cluster.StoriesConfig;
import org.wirebell.processor.cluster.StoryShelf;

/** Puts all items, in one order, among the others: copies, stories, origins, levels. One task holds it all. */
record JoinStories(int copyTexts, int openStories, ProcessorMeters meters, Traces traces)
        implements ProcessorSupplier<String, Finding, String, Joiner.Joined> {
    /** Values at hand. */
    private static final int AT_HAND = 2_048;
    /** Each item is compared with up to eight texts, three of five of them among so many that came last; some 4 MB. */
    private static final int TEXTS_AT_HAND = 2_048;

    static final String STORIES = "story-heads";
    static final String MEMBERS = "story-members";
    static final String TERMS = "story-terms";
    static final String TEXTS = "texts";
    static final String HEARD = "tags-heard";

    @Override
    public Set<StoreBuilder<?>> stores() {
        return new LinkedHashSet<>(List.<StoreBuilder<?>>of( // in an order that is always the same
                store(STORIES, Topics.serde(HeldStory.class)),
                store(MEMBERS, Topics.serde(Story.Member.class)),
                store(TERMS, serde(HeldTerms::toBytes, HeldTerms::of)),
                store(TEXTS, Serdes.ByteArray()),
                store(HEARD, Topics.serde(Heard.class))));
    }

    private static <V> Serde<V> serde(Function<V, byte[]> write, Function<byte[], V> read) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : write.apply(value),
                (topic, bytes) -> bytes == null ? null : read.apply(bytes));
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values);
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
                var copies = new Copies(
                        CopiesConfig.defaults().withTexts(copyTexts), new TextShelf(context.getStateStore(TEXTS)));
                putBack(copies, context.getStateStore(TEXTS));
                this.joiner = new Joiner(
                        StoriesConfig.defaults().withOpen(openStories),
                        copies,
                        new StoryShelf(written(STORIES), written(MEMBERS), written(TERMS)),
                        kept(
                                context.getStateStore(STORIES),
                                context.getStateStore(MEMBERS),
                                context.getStateStore(TERMS)),
                        shelf(HEARD, AT_HAND));
            }

            private <V> Shelf<V> shelf(String name, int atHand) {
                KeyValueStore<String, V> store = context.getStateStore(name);
                return new StoreShelf<>(store, atHand);
            }

            /** One that is read at a start only. */
            private <V> Shelf<V> written(String name) {
                return shelf(name, 0);
            }

            @Override
            public void process(Record<String, Finding> record) {
                traces.step(Step.JOIN, record.headers(), onward -> join(record.withHeaders(onward)));
                StreamsSettings.EARLY.get().ask(record.timestamp(), context.currentSystemTimeMs(), context::commit);
            }

            private void join(Record<String, Finding> record) {
                var at = Instant.ofEpochMilli(record.timestamp());
                var joined = meters.timed("stories", () -> joiner.join(record.value(), at));
                meters.stories(joined.stories());
                var finding = joined.finding();
                Traces.note(Fact.STORY, finding.story());
                Traces.note(Fact.OUTCOME, finding.duplicateOf().isEmpty() ? "original" : "copy");
                context.forward(record.withValue(joined));
            }
        };
    }

    private static void putBack(Copies copies, KeyValueStore<String, byte[]> texts) {
        try (var all = texts.all()) {
            copies.putBack(each -> all.forEachRemaining(text -> each.accept(text.key, HeldText.of(text.value))));
        }
    }

    private static List<StoryShelf.Kept> kept(
            KeyValueStore<String, HeldStory> heads,
            KeyValueStore<String, Story.Member> members,
            KeyValueStore<String, HeldTerms> terms) {
        var kept = new ArrayList<StoryShelf.Kept>();
        try (var all = heads.all()) {
            all.forEachRemaining(head -> {
                var those = new ArrayList<Story.Member>();
                try (var own = members.prefixScan(StoryShelf.prefix(head.key), new StringSerializer())) {
                    own.forEachRemaining(member -> those.add(member.value));
                }
                var known = Optional.ofNullable(terms.get(head.key)).orElse(HeldTerms.NONE);
                kept.add(new StoryShelf.Kept(head.value.with(those), known));
            });
        }
        return List.copyOf(kept);
    }

    /** A store with the values last used at hand, so that they are not read from JSON each time. */
    private static final class StoreShelf<V> implements Shelf<V> {
        private final KeyValueStore<String, V> store;
        private final AtHand<V> atHand;

        StoreShelf(KeyValueStore<String, V> store, int most) {
            this.store = store;
            this.atHand = AtHand.usedLast(most);
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
            store.put(key, null); // delete would read what goes, and take it apart
            atHand.remove(key);
        }
    }

    /** Texts, those put last at hand as the bytes that they are: as objects they would keep the collector busy. */
    private static final class TextShelf implements Shelf<HeldText> {
        private final KeyValueStore<String, byte[]> store;
        private final AtHand<byte[]> latest = AtHand.putLast(TEXTS_AT_HAND);

        TextShelf(KeyValueStore<String, byte[]> store) {
            this.store = store;
        }

        @Override
        public Optional<HeldText> get(String key) {
            return Optional.ofNullable(latest.get(key))
                    .or(() -> Optional.ofNullable(store.get(key)))
                    .map(HeldText::of);
        }

        @Override
        public void put(String key, HeldText text) {
            var bytes = text.toBytes();
            store.put(key, bytes);
            latest.putLast(key, bytes);
        }

        @Override
        public void delete(String key) {
            store.put(key, null);
            latest.remove(key);
        }
    }
}
