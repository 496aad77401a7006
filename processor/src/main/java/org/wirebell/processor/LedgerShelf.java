package org.wirebell.processor;

import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.wirebell.model.Topics;
import org.wirebell.processor.ledger.Book;
import org.wirebell.processor.ledger.OpenBook;
import org.wirebell.processor.ledger.Outcome;
import org.wirebell.processor.ledger.Scene;

/**
 * Where a task keeps its books and scenes: claim by claim, so that one more writes a few kilobytes, and not the hundreds that a running story
 * holds.
 */
public final class LedgerShelf {
    static final String BOOKS = "books";
    static final String SCENES = "scenes";

    private final InRows<OpenBook, Book> books;
    private final InRows<Scene, Scene> scenes;

    public LedgerShelf(KeyValueStore<String, Book> books, KeyValueStore<String, Scene> scenes) {
        this.books = new InRows<>(books, open -> open.book().rows(), rows -> OpenBook.of(Book.of(rows)));
        this.scenes = new InRows<>(scenes, Scene::rows, Scene::of);
    }

    public static StoreBuilder<KeyValueStore<String, Book>> books() {
        return store(BOOKS, Book.class);
    }

    public static StoreBuilder<KeyValueStore<String, Scene>> scenes() {
        return store(SCENES, Scene.class);
    }

    static Set<StoreBuilder<?>> stores() {
        return Set.of(books(), scenes());
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Class<V> type) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Topics.serde(type));
    }

    public OpenBook book(String key) {
        return books.get(key).orElseGet(() -> OpenBook.of(Book.EMPTY));
    }

    public Scene scene(String key) {
        return scenes.get(key).orElse(Scene.EMPTY);
    }

    /** @param scene the one that the posting was applied to */
    public void keep(String scene, Outcome outcome) {
        outcome.books().forEach(books::put);
        scenes.put(scene, outcome.scene());
    }
}
