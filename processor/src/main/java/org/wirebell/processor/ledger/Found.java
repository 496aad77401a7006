package org.wirebell.processor.ledger;

import java.util.List;

/**
 * The series of a book.
 *
 * @param book in which they were found; of later ones that differ in neither claims, notes, rulings nor homes
 * @param apart before those that are one count were put together, in the order in which they began
 * @param series each with a name of its own
 */
record Found(Book book, Remarks remarks, List<Standing> apart, List<Standing> series) {
    Found {
        apart = List.copyOf(apart);
        series = List.copyOf(series);
    }
}
