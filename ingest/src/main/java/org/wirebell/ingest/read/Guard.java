package org.wirebell.ingest.read;

import java.time.DateTimeException;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one place where a failure inside a reader becomes a note, so that a bad item never costs its neighbours, nor a bad
 * document the poll loop. Lists what parsers are known to throw on hostile input rather than everything.
 */
final class Guard {
    private Guard() {}

    static <T> Optional<T> attempt(String what, Supplier<T> work, List<String> notes) {
        try {
            return Optional.of(work.get());
        } catch (IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NoSuchElementException
                | ClassCastException
                | NullPointerException
                | ArithmeticException
                | NegativeArraySizeException
                | UnsupportedOperationException
                | ConcurrentModificationException
                | DateTimeException
                | StackOverflowError failure) {
            notes.add(what + " can't be read: " + failure.getClass().getSimpleName() + " " + failure.getMessage());
            return Optional.empty();
        }
    }
}
