package org.wirebell.processor;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.wirebell.model.LedgerEntry;

/** A ledger in lines that a person can compare: what stands in each series, and how it came about. */
final class LedgerShown {
    private LedgerShown() {}

    /** Series in which nothing was ever seen to stand are left out. */
    static String of(Map<String, LedgerEntry> entries) {
        return entries.entrySet().stream()
                .filter(e -> e.getValue().state() != LedgerEntry.State.EMPTY
                        || !e.getValue().history().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(e -> "%s: %s".formatted(e.getKey(), of(e.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static String of(LedgerEntry entry) {
        var claims = entry.claims().stream()
                .map(c -> c.claimant() + "@" + c.origin() + "=" + c.figure().quote())
                .collect(Collectors.joining(" "));
        var history = entry.history().stream()
                .map(s -> s.kind().name().toLowerCase(Locale.ROOT)
                        + s.value().map(v -> " " + v).orElse(""))
                .collect(Collectors.joining(", "));
        return "%s %s to %s, best %s | %s | %s"
                .formatted(
                        entry.state(),
                        entry.low().orElse(0L),
                        entry.high().orElse(0L),
                        entry.best().orElse(0L),
                        claims,
                        history);
    }
}
