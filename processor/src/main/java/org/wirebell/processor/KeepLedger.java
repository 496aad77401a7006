package org.wirebell.processor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.wirebell.model.Topics;
import org.wirebell.model.trace.Fact;
import org.wirebell.model.trace.Step;
import org.wirebell.model.trace.Traces;
import org.wirebell.processor.ledger.Book;
import org.wirebell.processor.ledger.Ledger;
import org.wirebell.processor.ledger.OpenBook;
import org.wirebell.processor.ledger.Outcome;
import org.wirebell.processor.ledger.Posting;
import org.wirebell.processor.ledger.Scene;

/** Applies postings to the books of their scene; a few reads and writes each, however many series there are. */
record KeepLedger(Ledger ledger, ProcessorMeters meters, Traces traces)
        implements ProcessorSupplier<String, Posting, String, Outcome> {
    static final String BOOKS = "books";
    static final String SCENES = "scenes";
    /** Books and scenes that a task keeps besides the stores: those of the running stories, some 200 kB each at most. */
    private static final int AT_HAND = 64;

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(BOOKS), Serdes.String(), Topics.serde(Book.class)),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(SCENES), Serdes.String(), Topics.serde(Scene.class)));
    }

    @Override
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
    public Processor<String, Posting, String, Outcome> get() {
        return new Processor<>() {
            private ProcessorContext<String, Outcome> context;
            private KeyValueStore<String, Book> books;
            private KeyValueStore<String, Scene> scenes;
            private final Map<String, OpenBook> booksAtHand = atHand();
            private final Map<String, Scene> scenesAtHand = atHand();

            @Override
            public void init(ProcessorContext<String, Outcome> context) {
                this.context = context;
                this.booksAtHand.clear(); // a task that is revived after an abort starts from its stores
                this.scenesAtHand.clear();
                this.books = context.getStateStore(BOOKS);
                this.scenes = context.getStateStore(SCENES);
            }

            @Override
            public void process(Record<String, Posting> record) {
                traces.step(Step.KEEP, record.headers(), onward -> keep(record.withHeaders(onward)));
                StreamsSettings.EARLY.get().ask(record.timestamp(), context.currentSystemTimeMs(), context::commit);
            }

            private void keep(Record<String, Posting> record) {
                var posting = record.value();
                var scene = scene(posting.scene());
                var outcome = meters.timed("ledger", () -> ledger.apply(this::book, posting, scene));
                outcome.books().forEach(this::keep);
                keep(posting.scene(), outcome.scene());
                outcome.updates().forEach(meters::update);
                Traces.note(Fact.UPDATES, outcome.updates().size());
                context.forward(record.withValue(outcome));
            }

            private OpenBook book(String key) {
                return Optional.ofNullable(booksAtHand.get(key))
                        .orElseGet(() ->
                                OpenBook.of(Optional.ofNullable(books.get(key)).orElse(Book.EMPTY)));
            }

            private void keep(String key, OpenBook book) {
                books.put(key, book.book());
                booksAtHand.put(key, book);
            }

            private Scene scene(String key) {
                return Optional.ofNullable(scenesAtHand.get(key))
                        .orElseGet(() -> Optional.ofNullable(scenes.get(key)).orElse(Scene.EMPTY));
            }

            private void keep(String key, Scene scene) {
                scenes.put(key, scene);
                scenesAtHand.put(key, scene);
            }
        };
    }

    /** The values used last. */
    private static <V> Map<String, V> atHand() {
        return new LinkedHashMap<>(AT_HAND, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > AT_HAND;
            }
        };
    }
}
