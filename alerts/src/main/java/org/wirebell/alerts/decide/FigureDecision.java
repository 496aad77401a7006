package org.wirebell.alerts.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirebell.model.Alert;
import org.wirebell.model.Alert.Reading;
import org.wirebell.model.Alert.Reason;
import org.wirebell.model.Alert.State;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Notice;
import org.wirebell.model.Update;
import org.wirebell.model.WireSignal;

/** What a rule with a figure condition makes of a change in a series. */
record FigureDecision(
        Rule rule,
        FigureCondition asked,
        Update update,
        Matched matched,
        Standing standing,
        Instant at,
        Duration late) {
    Decision decide() {
        if (standing.knows(update.id())) {
            return new Decision.Silent(standing, Optional.empty(), Decision.Why.DUPLICATE, List.of());
        }
        var now = standing.saw(update.id()).heard(update.claimant());
        return following(now).<Decision>map(step -> step).orElseGet(() -> answering(now));
    }

    /** What those must hear who were told: taken back, lowered, corrected, on hold, released; whatever the rule asks now. */
    private Optional<Decision> following(Standing now) {
        if (!now.open()) {
            return Optional.empty();
        }
        var value = Numbers.now(update);
        boolean ours = families().anyMatch(now.causes()::contains);
        if (update.kind() == Update.Kind.RETRACTED) {
            boolean concerns = Numbers.before(update).isPresent() || heard(now, value);
            return ours && concerns ? Optional.of(takenBack(now, value)) : Optional.empty();
        }
        if (update.kind() == Update.Kind.HELD || update.kind() == Update.Kind.CONFLICT) {
            return Optional.empty();
        }
        if (update.kind() == Update.Kind.RESOLVED) {
            return asked.conflict() && disputed(now)
                    ? Optional.of(follow(
                            now.told(value), State.OPEN, Reason.MATERIAL_CHANGE, Notice.Kind.UPDATE, now.told(), value))
                    : Optional.empty();
        }
        if (ours && now.in(State.HELD) && !says(Item::held)) {
            return Optional.of(
                    follow(now.told(value), State.OPEN, Reason.RELEASED, Notice.Kind.RELEASE, now.told(), value));
        }
        boolean moved = !value.flatMap(Numbers::of).equals(now.told().flatMap(Numbers::of));
        boolean corrected = ours && moved && says(item -> item.says(WireSignal.CORRECTION));
        boolean lowered = update.kind() == Update.Kind.LOWER && below(value, now.told());
        return corrected || lowered
                ? Optional.of(follow(
                        now.told(value),
                        State.OPEN,
                        corrected ? Reason.CORRECTED : Reason.LOWERED,
                        Notice.Kind.CORRECT,
                        now.told(),
                        value))
                : Optional.empty();
    }

    /**
     * Whether people heard a number of an item before it waited for a person, or before its item said another one that waits:
     * a number that always waited is taken back without a word, since nobody was told.
     */
    private boolean heard(Standing now, Optional<Reading> left) {
        var last = now.told().flatMap(Numbers::of);
        boolean same = update.against().stream()
                .map(claim -> Numbers.of(claim.figure()))
                .anyMatch(number -> number.isPresent() && number.equals(last));
        boolean item = says(Item::killed) || says(Item::held);
        return same || item && !left.flatMap(Numbers::of).equals(last);
    }

    /** Whether a conflict is the last that people were told. */
    private static boolean disputed(Standing now) {
        return now.alert().stream()
                .flatMap(alert -> alert.revisions().reversed().stream())
                .map(Alert.Revision::reason)
                .filter(reason -> reason != Reason.MINOR_CHANGE)
                .findFirst()
                .filter(Reason.CONFLICT::equals)
                .isPresent();
    }

    private Decision takenBack(Standing now, Optional<Reading> left) {
        var taken = Numbers.before(update).or(now::told);
        if (says(Item::held)) {
            return follow(now, State.HELD, Reason.HELD, Notice.Kind.HOLD, taken, left);
        }
        var state = left.isPresent() ? State.OPEN : State.WITHDRAWN;
        boolean corrected = left.isPresent() && !says(Item::killed);
        return follow(
                now.told(left),
                state,
                corrected ? Reason.CORRECTED : Reason.WITHDRAWN,
                corrected ? Notice.Kind.CORRECT : Notice.Kind.WITHDRAW,
                taken,
                left);
    }

    private Decision follow(
            Standing next,
            State state,
            Reason reason,
            Notice.Kind kind,
            Optional<Reading> before,
            Optional<Reading> after) {
        var why = List.of("follows to those who were told: " + update.why());
        return speech(reason, before, after, why).speak(rule, about(), next.because(family()), state, reason, kind);
    }

    /** What the rule asks for. */
    private Decision answering(Standing now) {
        var from = now.told().or(() -> Numbers.before(update));
        var value = Numbers.now(update);
        var scope = scope(value);
        var triggers = new Triggers(asked, update, from.flatMap(Numbers::of), standing).checks();
        var why = Check.lines(Stream.concat(scope.stream(), triggers.stream()).toList());
        if (!matched.matches() || !Check.all(scope)) {
            return new Decision.Silent(now, Optional.empty(), Decision.Why.NOT_ASKED, why);
        }
        if (update.kind() == Update.Kind.HELD) {
            return new Decision.Silent(now, Optional.empty(), Decision.Why.WITHHELD, why);
        }
        if (!Check.any(triggers)) {
            return unasked(now, from, value, why);
        }
        var next = Triggers.rising(update) || update.kind() == Update.Kind.LOWER ? now.told(value) : now;
        return silence(value)
                .<Decision>map(
                        reason -> speech(Reason.FIRST, now.told(), value, why).unsaid(rule, about(), next, reason))
                .orElseGet(() -> ring(now, next, value, why));
    }

    private Decision ring(Standing now, Standing next, Optional<Reading> value, List<String> why) {
        var reason = switch (update.kind()) {
            case CONFLICT -> Reason.CONFLICT;
            case LOWER -> Reason.LOWERED;
            case RETRACTED -> Reason.WITHDRAWN;
            case CONFIRMED -> now.open() ? confirmed() : Reason.FIRST;
            case FIRST, HIGHER, RESOLVED, RESET, HELD, CROSSED -> now.open() ? Reason.MATERIAL_CHANGE : Reason.FIRST;
        };
        boolean gone = update.kind() == Update.Kind.RETRACTED && value.isEmpty();
        var before = switch (update.kind()) {
            case CONFLICT -> Optional.<Reading>empty();
            case RETRACTED -> Numbers.before(update); // what is taken back need not be what was told
            case FIRST, HIGHER, LOWER, CONFIRMED, RESOLVED, RESET, HELD, CROSSED ->
                now.told().or(() -> Numbers.before(update));
        };
        return speech(reason, before, value, why)
                .speak(
                        rule,
                        about(),
                        next.because(family()),
                        gone ? State.WITHDRAWN : State.OPEN,
                        reason,
                        now.open() ? Notice.Kind.UPDATE : Notice.Kind.NEW);
    }

    private Reason confirmed() {
        return asked.newClaimant() && !Triggers.heard(standing, update.claimant())
                ? Reason.NEW_CLAIMANT
                : Reason.MATERIAL_CHANGE;
    }

    /** Not told, but remembered; an alert that is open shows the number. */
    private Decision unasked(Standing now, Optional<Reading> from, Optional<Reading> value, List<String> why) {
        boolean counts = Triggers.rising(update) || update.kind() == Update.Kind.LOWER;
        var next = counts && now.told().isEmpty() ? now.told(from.or(() -> value)) : now;
        var shown = now.alert().filter(_ -> now.open() && counts);
        boolean differs = shown.flatMap(alert -> alert.after().flatMap(Numbers::of))
                .filter(n -> !Optional.of(n).equals(value.flatMap(Numbers::of)))
                .isPresent();
        return shown.filter(_ -> differs)
                .<Decision>map(alert ->
                        speech(Reason.MINOR_CHANGE, now.told(), value, why).edit(rule, about(), next, alert))
                .orElseGet(() -> new Decision.Silent(next, Optional.empty(), Decision.Why.NOT_ASKED, why));
    }

    private List<Check> scope(Optional<Reading> value) {
        var series = update.series();
        var checks = new ArrayList<Check>();
        checks.add(new Check("series", asked.covers(series), series.key()));
        if (!asked.claimants().isEmpty()) {
            checks.add(new Check(
                    "said by " + String.join(" or ", asked.claimants()),
                    asked.hears(update.claimant()) || update.kind() == Update.Kind.RETRACTED,
                    update.claimant().isBlank() ? "nobody is named" : update.claimant()));
        }
        checks.addAll(Check.scope(rule, matched, Where.of(update)));
        asked.atLeast().filter(_ -> update.kind() != Update.Kind.RETRACTED).ifPresent(least -> {
            var number = value.flatMap(Numbers::of);
            checks.add(new Check(
                    "at least " + Numbers.digits(least),
                    number.filter(n -> n >= least).isPresent(),
                    number.map(Numbers::digits).orElse("no number")));
        });
        return checks;
    }

    private Optional<Decision.Why> silence(Optional<Reading> value) {
        if (update.evidence().sentence().isBlank()) {
            return Optional.of(Decision.Why.NO_EVIDENCE);
        }
        var age = Age.of(update.cause(), update.evidence().published(), update.received(), late);
        return Age.silence(rule, rule.loudness(value.flatMap(Numbers::of)), update.backfill(), age);
    }

    private Speech speech(Reason reason, Optional<Reading> before, Optional<Reading> after, List<String> why) {
        return new Speech(
                Titles.of(update, reason, before, after),
                before,
                after,
                update.claimant(),
                Optional.of(update.series()),
                update.cause().map(Finding::signals).orElse(List.of()),
                update.evidence(),
                update.cause().map(Finding::language).orElse("und"),
                update.cause()
                        .map(cause -> Speech.cause(cause.item()))
                        .orElse(update.evidence().family() + "#" + update.version()),
                update.cause().map(Finding::story).orElse(""),
                update.corroborated(),
                rule.loudness(after.flatMap(Numbers::of)),
                update.received(),
                at.isAfter(update.received()) ? at : update.received(),
                why);
    }

    private String about() {
        return update.series().key();
    }

    private String family() {
        return update.evidence().family();
    }

    /** The items that this change may take something back from: the one behind it, and those that it replaces. */
    private Stream<String> families() {
        var cause = update.cause().map(Finding::item);
        return Stream.concat(
                Stream.of(family()),
                cause.stream()
                        .flatMap(item -> Stream.concat(
                                Stream.of(item.family()),
                                item.replaces().stream().map(id -> item.source() + "|" + id))));
    }

    private boolean says(java.util.function.Predicate<Item> what) {
        return update.cause().map(Finding::item).filter(what).isPresent();
    }

    private static boolean below(Optional<Reading> a, Optional<Reading> b) {
        return a.flatMap(Numbers::of)
                .filter(n -> b.flatMap(Numbers::of).filter(m -> n < m).isPresent())
                .isPresent();
    }
}
