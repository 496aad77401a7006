package org.wirebell.processor.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wirebell.model.Claim;
import org.wirebell.model.Figure;

/**
 * Whether two series that were found apart are one running count after all: each number of the smaller one lies between those
 * that the larger one had before and after it. That shows only when all claims are there, late ones too.
 */
final class Merging {
    private static final long TELLING = 100;
    private static final double SLACK = 0.1;

    private final Places places;

    Merging(Places places) {
        this.places = places;
    }

    boolean one(Standing large, Standing small) {
        var a = large.traits();
        var b = small.traits();
        return large != small
                && a.scope() == Figure.Scope.CUMULATIVE
                && large.claims().size() >= small.claims().size()
                && places.compatible(a.place(), b.place())
                && (Baseline.compatible(a.since(), b.since()) || Baseline.sameDay(a.since(), b.since()))
                && Events.akin(a.event(), b.event())
                && small.claims().stream().allMatch(c -> Stated.of(c) >= TELLING && between(c, large.claims()));
    }

    private static boolean between(Claim claim, List<Claim> claims) {
        Optional<Claim> before = Optional.empty();
        Optional<Claim> after = Optional.empty();
        for (var other : claims) {
            if (Ledger.ORDER.compare(other, claim) <= 0) {
                before = Optional.of(other);
            } else if (after.isEmpty()) {
                after = Optional.of(other);
            }
        }
        long days = before.map(b -> Duration.between(b.asOf(), claim.asOf()).toDays())
                .orElse(0L);
        double number = Stated.of(claim);
        boolean notBelow =
                before.filter(b -> number < Stated.of(b) * (1 - SLACK)).isEmpty();
        boolean notAbove = after.isPresent()
                ? number <= Stated.of(after.get()) * (1 + SLACK)
                : before.filter(b -> number > Stated.of(b) * (2 + days / 10.0)).isEmpty();
        return notBelow && notAbove;
    }
}
