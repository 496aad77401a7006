package org.wirebell.processor.ledger;

import java.util.List;
import java.util.Optional;

/** A book at hand, with the series found in it, so that they need not be found again for the next claim. */
public final class OpenBook {
    private final Book book;
    private Optional<List<Standing>> series;

    private OpenBook(Book book, Optional<List<Standing>> series) {
        this.book = book;
        this.series = series;
    }

    /** A book as it was kept. */
    public static OpenBook of(Book book) {
        return new OpenBook(book, Optional.empty());
    }

    static OpenBook of(Book book, List<Standing> series) {
        return new OpenBook(book, Optional.of(series));
    }

    public Book book() {
        return book;
    }

    List<Standing> series(SeriesFinder finder) {
        if (series.isEmpty()) {
            series = Optional.of(finder.of(book));
        }
        return series.get();
    }
}
