package org.wirebell.processor.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Claim;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Update;

/** The entry that others read, made of what stands. */
final class Entries {
    static final int HISTORY = 50;

    private Entries() {}

    static LedgerEntry of(Account account, Standing standing) {
        var current = standing.current();
        var claims = standing.standing();
        return new LedgerEntry(
                account.series(),
                state(standing, current),
                current,
                claims.stream().map(c -> Stated.interval(c).low()).min(Long::compare),
                current.map(Stated::of),
                claims.stream().map(Stated::top).max(Long::compare),
                claims,
                history(account, standing),
                account.opened().orElse(Instant.EPOCH),
                account.updated().orElse(Instant.EPOCH),
                Map.of());
    }

    private static LedgerEntry.State state(Standing standing, Optional<Claim> current) {
        var held = standing.newestHeld();
        boolean waits = held.isPresent()
                && current.map(c -> !held.get().isBefore(c.asOf())).orElse(true);
        if (waits) {
            return LedgerEntry.State.HELD;
        }
        if (current.isEmpty()) {
            return LedgerEntry.State.EMPTY;
        }
        return standing.disputed() ? LedgerEntry.State.DISPUTED : LedgerEntry.State.OPEN;
    }

    private static List<LedgerEntry.Step> history(Account account, Standing standing) {
        var steps = new ArrayList<>(account.withdrawn());
        standing.verdicts().forEach(v -> steps.add(step(v.claim(), v.kind())));
        steps.sort(Comparator.comparing(LedgerEntry.Step::asOf)); // stable: verdicts of one moment keep their order
        return steps.subList(Math.max(0, steps.size() - HISTORY), steps.size());
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
