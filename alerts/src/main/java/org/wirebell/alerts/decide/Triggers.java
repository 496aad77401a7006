package org.wirebell.alerts.decide;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.wirebell.model.Alert;
import org.wirebell.model.Update;
import org.wirebell.model.Update.Kind;

/**
 * The changes that a figure condition asks for, each held against what happened.
 *
 * @param from the number told last, or else the one that stood before
 * @param standing what the rule has told or filled in of this series before
 */
record Triggers(FigureCondition asked, Update update, Optional<Long> from, Standing standing) {
    /** Changes whose number is the series' own and may be higher than before. */
    private static final Set<Kind> RISING = EnumSet.of(Kind.FIRST, Kind.HIGHER, Kind.CROSSED, Kind.RESET);

    static boolean rising(Update update) {
        return RISING.contains(update.kind());
    }

    List<Check> checks() {
        var checks = new ArrayList<Check>();
        var now = Numbers.now(update).flatMap(Numbers::of);
        var change = update.kind().name().toLowerCase(Locale.ROOT);
        if (asked.first()) {
            checks.add(new Check("first figure", first(), change));
        }
        if (asked.newHigh()) {
            checks.add(new Check("new high", rise(now) > 0 && update.kind() != Kind.FIRST, saw(now)));
        }
        asked.riseBy()
                .ifPresent(n -> checks.add(new Check(
                        "rises by at least " + Numbers.digits(n), from.isPresent() && rise(now) >= n, saw(now))));
        asked.risePercent()
                .ifPresent(p -> checks.add(new Check(
                        "rises by at least " + p + " %",
                        from.isPresent() && rise(now) * 100.0 >= p * from.get() && rise(now) > 0,
                        saw(now))));
        asked.crosses()
                .ifPresent(
                        line -> checks.add(new Check("crosses " + Numbers.digits(line), crosses(line, now), saw(now))));
        asked.every()
                .ifPresent(step -> checks.add(new Check(
                        "crosses a multiple of " + Numbers.digits(step),
                        steps(now.orElse(0L), step) > steps(from.orElse(0L), step) && rise(now) > 0,
                        saw(now))));
        if (asked.falls()) {
            checks.add(new Check("falls", update.kind() == Kind.LOWER, change));
        }
        if (asked.conflict()) {
            checks.add(new Check("claimants contradict each other", update.kind() == Kind.CONFLICT, change));
        }
        if (asked.newClaimant()) {
            boolean says = rising(update) || update.kind() == Kind.CONFIRMED || update.kind() == Kind.CONFLICT;
            checks.add(new Check(
                    "another claimant",
                    says && !update.claimant().isBlank() && !heard(standing, update.claimant()) && stood(),
                    update.claimant().isBlank() ? "nobody is named" : update.claimant()));
        }
        asked.corroborated()
                .ifPresent(n -> checks.add(new Check(
                        "confirmed by " + n + " origins",
                        update.corroborated() >= n && confirmedBefore() < n,
                        update.corroborated() + " now")));
        if (asked.retracted()) {
            boolean stood = update.previous().isPresent(); // what waited for a person never did
            checks.add(new Check("taken back", update.kind() == Kind.RETRACTED && stood, change));
        }
        return checks;
    }

    /** Whether the alert has told of something that this claimant said. */
    static boolean heard(Standing standing, String claimant) {
        return standing.heard().stream().anyMatch(claimant::equalsIgnoreCase);
    }

    /** Whether there was anything that another could say differently. */
    private boolean stood() {
        return !standing.heard().isEmpty();
    }

    private int confirmedBefore() {
        return standing.alert().map(Alert::corroborated).orElse(0);
    }

    private boolean first() {
        boolean tooSmallBefore = asked.atLeast().isPresent()
                && update.previous().filter(n -> n < asked.atLeast().get()).isPresent();
        return update.kind() == Kind.RESET
                || standing.told().isEmpty() && (update.kind() == Kind.FIRST || rising(update) && tooSmallBefore);
    }

    private boolean crosses(long line, Optional<Long> now) {
        return rising(update)
                && from.orElse(0L) < line
                && now.filter(n -> n >= line).isPresent();
    }

    private long rise(Optional<Long> now) {
        return rising(update) ? now.orElse(0L) - from.orElse(0L) : 0;
    }

    private static long steps(long number, long step) {
        return number / step;
    }

    private String saw(Optional<Long> now) {
        return from.map(n -> "from " + Numbers.digits(n) + " ").orElse("")
                + now.map(n -> "to " + Numbers.digits(n)).orElse("no number");
    }
}
