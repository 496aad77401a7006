package org.wirebell.alerts.decide;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wirebell.model.Alert;
import org.wirebell.model.Silence;

/** Why an answer of a rule is not told though the rule asks for it: one word, and what is behind it. */
record Mute(Rule rule, Happening happening, Alert alert, Standing before, Memory memory, Orders orders, Instant now) {
    static final String DRY_RUN = "dry_run";
    static final String SILENCED = "silenced";
    static final String INHIBITED = "inhibited";
    static final String COOLDOWN = "cooldown";

    Optional<String> why() {
        return dry().or(this::silenced)
                .or(this::partOfAnother)
                .or(this::besideAnother)
                .or(this::cooling);
    }

    private Optional<String> dry() {
        return rule.dry() ? Optional.of(DRY_RUN) : Optional.empty();
    }

    private Optional<String> silenced() {
        return orders.silences().covering(rule, alert.about(), happening, now).map(Mute::silenced);
    }

    static String silenced(Silence silence) {
        return SILENCED + ": " + silence.reason() + " (" + silence.by() + ", until " + silence.until() + ")";
    }

    /** The same figure, or one that it is part of, is being told already. */
    private Optional<String> partOfAnother() {
        if (!orders.desk(rule.deskName()).inhibit() || alert.reason() != Alert.Reason.FIRST) {
            return Optional.empty();
        }
        return figure().flatMap(mine -> memory.open().covering(rule.deskName(), mine))
                .map(other -> INHIBITED + ": alert " + other.alert() + " tells of " + Numbers.digits(other.number())
                        + " already");
    }

    /** A rule that this one gives way to has an open alert about the same. */
    private Optional<String> besideAnother() {
        return rule.inhibitedBy().stream()
                .filter(other -> memory.standings()
                        .get(Decider.alertId(rule.deskName(), other, alert.about()))
                        .filter(Standing::open)
                        .isPresent())
                .findFirst()
                .map(other -> INHIBITED + ": rule " + other + " tells of it");
    }

    private Optional<String> cooling() {
        boolean louder = before.alert()
                .filter(last -> !alert.priority().louderThan(last.priority()))
                .isEmpty();
        return rule.cooldown()
                .filter(_ -> !louder)
                .flatMap(pause -> before.lived().spoke().map(pause::addTo).map(Instant::from))
                .filter(now::isBefore)
                .map(until -> COOLDOWN + ": until " + until);
    }

    /** What it tells, as others may be held against it. */
    Optional<OpenFigure> figure() {
        return alert.series()
                .flatMap(series -> alert.after()
                        .flatMap(Numbers::of)
                        .map(number -> new OpenFigure(
                                alert.id(),
                                series,
                                OpenFigure.places(
                                        series,
                                        happening.cause().map(c -> c.places()).orElse(List.of())),
                                number,
                                alert.priority())));
    }
}
