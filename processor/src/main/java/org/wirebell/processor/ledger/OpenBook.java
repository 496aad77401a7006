package org.wirebell.processor.ledger;

import java.util.Optional;

/** A book at hand, with the series found in it, so that they need not be found again for the next claim. */
public final class OpenBook {
    private final Book book;
    private Optional<Found> found;

    private OpenBook(Book book, Optional<Found> found) {
        this.book = book;
        this.found = found;
    }

    /** A book as it was kept. */
    public static OpenBook of(Book book) {
        return new OpenBook(book, Optional.empty());
    }

    static OpenBook of(Book book, Found found) {
        return new OpenBook(book, Optional.of(found));
    }

    public Book book() {
        return book;
    }

    Found found(SeriesFinder finder) {
        if (found.isEmpty()) {
            found = Optional.of(finder.of(book));
        }
        return found.get();
    }
}
