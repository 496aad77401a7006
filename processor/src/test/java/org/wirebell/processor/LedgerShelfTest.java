package org.wirebell.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.processor.ledger.Book;
import org.wirebell.processor.ledger.Claims;
import org.wirebell.processor.ledger.FamilyClaims;
import org.wirebell.processor.ledger.Ledger;
import org.wirebell.processor.ledger.LedgerConfig;
import org.wirebell.processor.ledger.OpenBook;
import org.wirebell.processor.ledger.Outcome;
import org.wirebell.processor.ledger.Posting;
import org.wirebell.processor.ledger.Scenario;
import org.wirebell.processor.ledger.Scene;

/** What the ledger needs comes back from its stores, and little is written for one more claim. */
class LedgerShelfTest {
    private static final String BOOK = "killed|all|al";
    private static final String SCENE = "al";

    private final Ledger ledger = new Ledger(LedgerConfig.defaults(), Scenario.PLACES);
    private final KeyValueStore<String, Book> books =
            LedgerShelf.books().withLoggingDisabled().build();
    private final KeyValueStore<String, Scene> scenes =
            LedgerShelf.scenes().withLoggingDisabled().build();

    @BeforeEach
    void open(@TempDir Path folder) {
        var context = new MockProcessorContext<String, Outcome>(new Properties(), new TaskId(0, 0), folder.toFile());
        books.init(context.getStateStoreContext(), books);
        scenes.init(context.getStateStoreContext(), scenes);
    }

    @AfterEach
    void close() {
        books.close();
        scenes.close();
    }

    @Test
    void goesOnFromItsStoresAsIfNothingHadHappened() {
        var inMemory = new HashMap<String, OpenBook>();
        var scene = Scene.EMPTY;
        var shelf = shelf();
        var postings = postings(120);
        for (int i = 0; i < postings.size(); i++) {
            var posting = postings.get(i);
            shelf = i % 10 == 0 ? shelf() : shelf;
            var expected = ledger.apply(key -> inMemory.getOrDefault(key, OpenBook.of(Book.EMPTY)), posting, scene);
            var outcome = ledger.apply(shelf::book, posting, shelf.scene(posting.scene()));
            assertThat(outcome.entries()).as("posting %d", i).isEqualTo(expected.entries());
            assertThat(outcome.updates()).as("posting %d", i).isEqualTo(expected.updates());
            assertThat(outcome.scene()).isEqualTo(expected.scene());
            inMemory.putAll(expected.books());
            scene = expected.scene();
            shelf.keep(posting.scene(), outcome);
        }
        assertThat(inMemory).hasSizeGreaterThan(1);
        inMemory.forEach((key, open) -> {
            assertThat(shelf().book(key).book().claims()).isEqualTo(open.book().claims());
            assertThat(shelf().book(key).book().rows()).isEqualTo(open.book().rows());
        });
        assertThat(inMemory.get(BOOK)).satisfies(open -> {
            assertThat(open.book().homes())
                    .as("of claims that were thinned out")
                    .isNotEmpty();
            assertThat(rows(books, BOOK)).hasSize(1 + open.book().claims().size());
        });
        assertThat(rows(scenes, SCENE)).hasSize(1 + scene.marks().size());
    }

    @Test
    void oneMoreClaimWritesLittle() {
        var postings = postings(30);
        var before = new HashMap<String, Object>();
        for (var posting : postings) {
            before.clear();
            before.putAll(rows(books, ""));
            before.putAll(rows(scenes, ""));
            apply(posting);
        }
        var after = new HashMap<String, Object>(rows(books, ""));
        after.putAll(rows(scenes, ""));
        after.entrySet().removeAll(before.entrySet());
        assertThat(after).as("of %d rows", before.size()).hasSizeBetween(2, 5);
    }

    @Test
    void whatWasKeptWholeIsReadAndPartedByTheNextChange() {
        var postings = postings(12);
        var next = postings.removeLast();
        postings.forEach(this::apply);
        var book = shelf().book(BOOK).book();
        var scene = shelf().scene(SCENE);
        rows(books, BOOK).keySet().forEach(books::delete);
        rows(scenes, SCENE).keySet().forEach(scenes::delete);
        books.put(BOOK, book);
        scenes.put(SCENE, scene);

        assertThat(shelf().book(BOOK).book()).isEqualTo(book);
        assertThat(shelf().scene(SCENE)).isEqualTo(scene);
        apply(next);

        assertThat(books.get(BOOK).claims()).isEmpty();
        assertThat(scenes.get(SCENE)).isEqualTo(Scene.EMPTY);
        assertThat(shelf().book(BOOK).book().claims())
                .hasSize(book.claims().size() + 1)
                .containsAll(book.claims());
        assertThat(shelf().scene(SCENE).marks())
                .hasSize(scene.marks().size() + 1)
                .containsAll(scene.marks());
    }

    private LedgerShelf shelf() {
        return new LedgerShelf(books, scenes);
    }

    private void apply(Posting posting) {
        var shelf = shelf();
        shelf.keep(posting.scene(), ledger.apply(shelf::book, posting, shelf.scene(posting.scene())));
    }

    /** Tolls of one ferry, of its passengers and their children, hour by hour. */
    private static List<Posting> postings(int items) {
        var claims = new Claims(LedgerConfig.defaults(), Scenario.PLACES);
        var postings = new ArrayList<Posting>();
        IntStream.range(0, items).forEach(i -> {
            var children = i % 7 == 3 ? "; killed %d children part:0".formatted(i % 2 == 0 ? 90 + i : 3) : "";
            var finding = Scenario.finding(
                    "%d %02d:00 | coast/f%d | The ferry sank off Port Adel and %d people died. | killed %d people =Port Adel%s"
                            .formatted(1 + i / 24, i % 24, i, 20 + i, 20 + i, children));
            postings.addAll(FamilyClaims.NONE.with(finding, claims.of(finding)).postings());
        });
        return postings;
    }

    private static <V> Map<String, V> rows(KeyValueStore<String, V> store, String key) {
        var rows = new HashMap<String, V>();
        try (var all = store.all()) {
            all.forEachRemaining(row -> {
                if (key.isEmpty() || row.key.equals(key) || row.key.startsWith(key + "\n")) {
                    rows.put(row.key, row.value);
                }
            });
        }
        return rows;
    }
}
