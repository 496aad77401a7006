package org.wirebell.app.command;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirebell.model.Claim;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Ruling;
import org.wirebell.model.Series;

/** What commands need to rule on a claim. */
final class Rulings {
    private Rulings() {}

    /** The series in which the claim is held or stands. */
    static Optional<Series> series(String claim, Collection<LedgerEntry> entries) {
        return entries.stream()
                .filter(entry -> claims(entry).anyMatch(c -> c.id().equals(claim)))
                .map(LedgerEntry::series)
                .findFirst();
    }

    private static Stream<Claim> claims(LedgerEntry entry) {
        return Stream.concat(entry.held().stream().map(LedgerEntry.Held::claim), entry.claims().stream());
    }

    static Ruling.Verdict verdict(String word) {
        return Arrays.stream(Ruling.Verdict.values())
                .filter(v -> v.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("ruling: must be release or reject, was \"" + word + "\""));
    }
}
