package org.wirebell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.wirebell.model.Topics;
import org.wirebell.processor.ledger.Book;
import org.wirebell.processor.ledger.OpenBook;
import org.wirebell.processor.ledger.Outcome;
import org.wirebell.processor.ledger.Posting;
import org.wirebell.processor.ledger.Scene;

/** Books and scenes on disk and a few at hand, as the processor keeps them; knows what CPU time that took. */
final class LedgerStores {
    private static final int AT_HAND = 64;

    private final Map<String, OpenBook> booksAtHand = atHand();
    private final Map<String, Scene> scenesAtHand = atHand();
    private Optional<Open> open = Optional.empty();
    private long nanos;

    private record Open(Path folder, KeyValueStore<String, Book> books, KeyValueStore<String, Scene> scenes) {}

    void open() throws IOException {
        var folder = Files.createTempDirectory("wirebell-ledger");
        var context = new MockProcessorContext<String, Outcome>(new Properties(), new TaskId(0, 0), folder.toFile());
        var books = store("books", Book.class);
        var scenes = store("scenes", Scene.class);
        books.init(context.getStateStoreContext(), books);
        scenes.init(context.getStateStoreContext(), scenes);
        open = Optional.of(new Open(folder, books, scenes));
    }

    private static <V> KeyValueStore<String, V> store(String name, Class<V> type) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Topics.serde(type))
                .withLoggingDisabled()
                .build();
    }

    void close() throws IOException {
        var stores = open.orElseThrow();
        stores.books().close();
        stores.scenes().close();
        try (var files = Files.walk(stores.folder())) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    OpenBook book(String key) {
        return Optional.ofNullable(booksAtHand.get(key))
                .orElseGet(() -> OpenBook.of(timed(() ->
                                Optional.ofNullable(open.orElseThrow().books().get(key)))
                        .orElse(Book.EMPTY)));
    }

    Scene scene(String key) {
        return Optional.ofNullable(scenesAtHand.get(key))
                .orElseGet(() -> timed(() ->
                                Optional.ofNullable(open.orElseThrow().scenes().get(key)))
                        .orElse(Scene.EMPTY));
    }

    void keep(Posting posting, Outcome outcome) {
        timed(() -> {
            outcome.books().forEach((key, book) -> {
                open.orElseThrow().books().put(key, book.book());
                booksAtHand.put(key, book);
            });
            open.orElseThrow().scenes().put(posting.scene(), outcome.scene());
            scenesAtHand.put(posting.scene(), outcome.scene());
            return outcome;
        });
    }

    /** Spent so far in the stores, reading and writing JSON included. */
    long nanos() {
        return nanos;
    }

    private static <V> Map<String, V> atHand() {
        return new LinkedHashMap<>(AT_HAND, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > AT_HAND;
            }
        };
    }

    private <T> T timed(Supplier<T> work) {
        long start = LedgerBench.Cpu.now();
        try {
            return work.get();
        } finally {
            nanos += LedgerBench.Cpu.now() - start;
        }
    }
}
