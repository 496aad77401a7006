package org.wirebell.alerts.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirebell.model.Alert;
import org.wirebell.model.Alert.Reason;
import org.wirebell.model.Alert.State;
import org.wirebell.model.Evidence;
import org.wirebell.model.Figure;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Notice;
import org.wirebell.model.WireSignal;

/** What a rule without a figure condition makes of an item. */
record ItemDecision(
        Rule rule, String about, Finding finding, Matched matched, Standing standing, Instant at, Duration late) {
    Decision decide() {
        var cause = Speech.cause(item());
        if (standing.knows(cause) || outdated()) {
            return new Decision.Silent(standing, Optional.empty(), Decision.Why.DUPLICATE, List.of());
        }
        var seen = standing.saw(cause);
        var now = repeat() ? seen : seen.newest(item().version());
        return following(now).orElseGet(() -> answering(now));
    }

    /** What those must hear who were told, whether or not the rule still matches. */
    private Optional<Decision> following(Standing now) {
        if (!now.open() || rule.ofStories() && !now.causes().contains(item().family())) {
            return Optional.empty();
        }
        if (item().killed()) {
            return Optional.of(follow(now, State.WITHDRAWN, Reason.WITHDRAWN, Notice.Kind.WITHDRAW));
        }
        if (item().held()) {
            return now.in(State.HELD)
                    ? Optional.empty()
                    : Optional.of(follow(now, State.HELD, Reason.HELD, Notice.Kind.HOLD));
        }
        if (now.in(State.HELD)) {
            return Optional.of(follow(now, State.OPEN, Reason.RELEASED, Notice.Kind.RELEASE));
        }
        return item().says(WireSignal.CORRECTION)
                ? Optional.of(follow(now, State.OPEN, Reason.CORRECTED, Notice.Kind.CORRECT))
                : Optional.empty();
    }

    private Decision follow(Standing now, State state, Reason reason, Notice.Kind kind) {
        var note = item().editorialNote();
        var why = List.of("follows to those who were told: " + Titles.headline(finding)
                + (note.isBlank() ? "" : " (" + note.strip() + ")"));
        return speech(now, reason, why).speak(rule, about, now, state, reason, kind);
    }

    private Decision answering(Standing now) {
        var checks = new ArrayList<>(Check.scope(rule, matched, Where.of(finding)));
        rule.corroborated()
                .ifPresent(n -> checks.add(new Check(
                        "told by " + n + " independent origins", finding.origins() >= n, finding.origins() + " now")));
        var why = Check.lines(checks);
        if (!matched.matches() || !Check.all(checks)) {
            return new Decision.Silent(now, Optional.empty(), Decision.Why.NOT_ASKED, why);
        }
        if (item().killed() || item().held()) {
            return new Decision.Silent(now, Optional.empty(), Decision.Why.WITHHELD, why);
        }
        if (now.open()) {
            return repeat() ? new Decision.Silent(now, Optional.empty(), Decision.Why.DUPLICATE, why) : again(now, why);
        }
        var received = item().received().orElse(at);
        var age = Age.of(Optional.of(finding), item().published(), received, late);
        var speech = speech(now, Reason.FIRST, why);
        return Age.silence(rule, rule.loudness(), item().backfill(), age)
                .<Decision>map(silence -> speech.unsaid(rule, about, now, silence))
                .orElseGet(() -> speech.speak(
                        rule, about, now.because(item().family()), State.OPEN, Reason.FIRST, Notice.Kind.NEW));
    }

    /** More of what was told: a louder turn of a story rings, all else is edited in place. */
    private Decision again(Standing now, List<String> why) {
        boolean rises = rule.ofStories()
                && finding.escalation().filter(change -> change.rise() > 0).isPresent();
        return rises
                ? speech(now, Reason.MATERIAL_CHANGE, why)
                        .speak(
                                rule,
                                about,
                                now.because(item().family()),
                                State.OPEN,
                                Reason.MATERIAL_CHANGE,
                                Notice.Kind.UPDATE)
                : speech(now, Reason.MINOR_CHANGE, why)
                        .edit(rule, about, now, now.alert().orElseThrow());
    }

    private Speech speech(Standing now, Reason reason, List<String> why) {
        var received = item().received().orElse(at);
        var evidence = evidence(now, reason);
        return new Speech(
                Titles.of(evidence.headline(), reason),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                finding.signals(),
                evidence,
                finding.language(),
                Speech.cause(item()),
                finding.story(),
                rule.corroborated().isPresent() ? finding.origins() : 0,
                rule.loudness(),
                received,
                at.isAfter(received) ? at : received,
                why);
    }

    /** What is taken back or put on hold is named as it was told, not as the kill words it. */
    private Evidence evidence(Standing now, Reason reason) {
        boolean takesBack = reason == Reason.WITHDRAWN || reason == Reason.HELD;
        return now.alert().filter(_ -> takesBack).map(Alert::evidence).orElseGet(this::headline);
    }

    private Evidence headline() {
        var headline = Titles.headline(finding);
        return new Evidence(
                item().family(),
                item().version(),
                item().source(),
                headline,
                item().link(),
                item().published(),
                Figure.Part.HEADLINE,
                headline,
                "",
                0,
                0,
                0,
                "query");
    }

    private Item item() {
        return finding.item();
    }

    /** The same words from another outlet: the alert belongs to the original. */
    private boolean repeat() {
        return rule.ofStories()
                ? !finding.duplicateOf().isEmpty()
                : !item().family().equals(about);
    }

    /** An older version that comes late must not undo a newer one. */
    private boolean outdated() {
        return !repeat()
                && !rule.ofStories()
                && number(item().version())
                        .filter(mine -> number(standing.newest())
                                .filter(known -> mine < known)
                                .isPresent())
                        .isPresent();
    }

    private static Optional<Long> number(String version) {
        return version.matches("\\d{1,18}") ? Optional.of(Long.valueOf(version)) : Optional.empty();
    }
}
