package org.wirebell.processor.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Claim;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Series;
import org.wirebell.model.Update;

/** The entry that others read, made of what stands. */
final class Entries {
    /** Steps that stay whole; before them the last of each month does. */
    static final int HISTORY = 50;

    static final int MONTHS = 36;

    private Entries() {}

    static LedgerEntry of(Standing standing, Book book) {
        var tally = standing.tally();
        var current = tally.current();
        var claims = tally.standing();
        var all = standing.claims();
        return new LedgerEntry(
                standing.series(),
                state(tally, current),
                current,
                claims.stream().map(c -> Stated.interval(c).low()).min(Long::compare),
                current.map(Stated::of),
                claims.stream().map(Stated::top).max(Long::compare),
                claims,
                tally.held(),
                history(withdrawn(standing.series(), book), tally.verdicts()),
                all.isEmpty() ? Instant.EPOCH : all.getFirst().asOf(),
                all.stream().map(Claim::received).max(Instant::compareTo).orElse(Instant.EPOCH),
                Map.of());
    }

    /** A series that has lost its last claim, or the name under which it went. */
    static LedgerEntry empty(LedgerEntry before, Book book) {
        return new LedgerEntry(
                before.series(),
                LedgerEntry.State.EMPTY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                history(withdrawn(before.series(), book), List.of()),
                before.opened(),
                before.updated(),
                Map.of());
    }

    private static LedgerEntry.State state(Tally tally, Optional<Claim> current) {
        var held = tally.newestHeld();
        boolean waits = held.isPresent()
                && current.map(c -> !held.get().isBefore(c.asOf())).orElse(true);
        if (waits) {
            return LedgerEntry.State.HELD;
        }
        if (current.isEmpty()) {
            return LedgerEntry.State.EMPTY;
        }
        return tally.disputes().none() ? LedgerEntry.State.OPEN : LedgerEntry.State.DISPUTED;
    }

    private static List<LedgerEntry.Step> withdrawn(Series series, Book book) {
        return book.withdrawn().stream()
                .filter(w -> w.series().equals(series))
                .map(Book.Withdrawn::step)
                .toList();
    }

    private static List<LedgerEntry.Step> history(List<LedgerEntry.Step> withdrawn, List<Verdict> verdicts) {
        var steps = new ArrayList<>(withdrawn);
        verdicts.forEach(v -> steps.add(step(v.claim(), v.kind())));
        steps.sort(Comparator.comparing(LedgerEntry.Step::asOf)); // stable: verdicts of one moment keep their order
        int whole = Math.max(0, steps.size() - HISTORY);
        var kept = new ArrayList<LedgerEntry.Step>();
        for (int i = 0; i < whole; i++) {
            if (i + 1 == whole || !month(steps.get(i)).equals(month(steps.get(i + 1)))) {
                kept.add(steps.get(i));
            }
        }
        var months = kept.subList(Math.max(0, kept.size() - MONTHS), kept.size());
        var history = new ArrayList<>(months);
        history.addAll(steps.subList(whole, steps.size()));
        return history;
    }

    private static YearMonth month(LedgerEntry.Step step) {
        return YearMonth.from(step.asOf().atOffset(ZoneOffset.UTC));
    }

    static LedgerEntry.Step step(Claim claim, Update.Kind kind) {
        return new LedgerEntry.Step(
                kind,
                Optional.of(Stated.of(claim)),
                claim.figure().bound(),
                claim.claimantAs(),
                claim.asOf(),
                claim.evidence().sentence(),
                claim.evidence().link(),
                claim.evidence().source());
    }
}
