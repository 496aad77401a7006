package org.wirebell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.wirebell.processor.LedgerShelf;
import org.wirebell.processor.ledger.Book;
import org.wirebell.processor.ledger.OpenBook;
import org.wirebell.processor.ledger.Outcome;
import org.wirebell.processor.ledger.Posting;
import org.wirebell.processor.ledger.Scene;

/** Books and scenes on disk and a few at hand, as the processor keeps them; knows what CPU time that took. */
final class LedgerStores {
    private Optional<Open> open = Optional.empty();
    private long nanos;

    private record Open(
            Path folder, KeyValueStore<String, Book> books, KeyValueStore<String, Scene> scenes, LedgerShelf shelf) {}

    void open() throws IOException {
        var folder = Files.createTempDirectory("wirebell-ledger");
        var context = new MockProcessorContext<String, Outcome>(new Properties(), new TaskId(0, 0), folder.toFile());
        var books = LedgerShelf.books().withLoggingDisabled().build();
        var scenes = LedgerShelf.scenes().withLoggingDisabled().build();
        books.init(context.getStateStoreContext(), books);
        scenes.init(context.getStateStoreContext(), scenes);
        open = Optional.of(new Open(folder, books, scenes, new LedgerShelf(books, scenes)));
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
        return timed(() -> open.orElseThrow().shelf().book(key));
    }

    Scene scene(String key) {
        return timed(() -> open.orElseThrow().shelf().scene(key));
    }

    void keep(Posting posting, Outcome outcome) {
        timed(() -> {
            open.orElseThrow().shelf().keep(posting.scene(), outcome);
            return outcome;
        });
    }

    /** Spent so far in the stores, reading and writing JSON included. */
    long nanos() {
        return nanos;
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
