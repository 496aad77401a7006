package org.wirebell.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule's answer, in its latest revision.
 *
 * @param id deterministic: rule + series, or rule + item family
 * @param about series key, or item family for a rule without a figure condition
 * @param reason why this revision speaks
 * @param title one neutral line: who says how many of whom, where
 * @param claimant label shown for the claimant, empty when the text names none
 * @param causeItem family and version of the item behind this revision
 * @param recipients receivers that were sent any revision; corrections follow to exactly these
 * @param received when the causing item reached us
 * @param why each condition of the rule with what it saw, for people
 * @param desk whose rule it is
 * @param story id of the story that the causing item belongs to, empty when none
 * @param corroborated how many independent origins stand behind it, 0 when unknown
 * @param handling what persons did about it
 * @param ruleVersion the rule as it stood when this revision was made, absent in alerts from before it was kept
 */
public record Alert(
        String id,
        String rule,
        String about,
        int revision,
        State state,
        Priority priority,
        Reason reason,
        String title,
        Optional<Reading> before,
        Optional<Reading> after,
        String claimant,
        Optional<Series> series,
        List<Signal> signals,
        Evidence evidence,
        String language,
        String causeItem,
        List<String> recipients,
        List<Revision> revisions,
        Instant opened,
        Instant received,
        List<String> why,
        String desk,
        String story,
        int corroborated,
        Optional<Handling> handling,
        Optional<RuleVersion> ruleVersion,
        Map<String, Object> more) {
    /** So many revisions are remembered in an alert; all of them are in the topic of notices. */
    public static final int HISTORY = 100;

    public Alert {
        signals = List.copyOf(signals);
        recipients = List.copyOf(recipients);
        revisions = List.copyOf(revisions);
        why = List.copyOf(why);
        more = Map.copyOf(more);
    }

    /** An alert of no desk that nobody has touched. */
    public Alert(
            String id,
            String rule,
            String about,
            int revision,
            State state,
            Priority priority,
            Reason reason,
            String title,
            Optional<Reading> before,
            Optional<Reading> after,
            String claimant,
            Optional<Series> series,
            List<Signal> signals,
            Evidence evidence,
            String language,
            String causeItem,
            List<String> recipients,
            List<Revision> revisions,
            Instant opened,
            Instant received,
            List<String> why,
            Map<String, Object> more) {
        this(
                id,
                rule,
                about,
                revision,
                state,
                priority,
                reason,
                title,
                before,
                after,
                claimant,
                series,
                signals,
                evidence,
                language,
                causeItem,
                recipients,
                revisions,
                opened,
                received,
                why,
                "",
                "",
                0,
                Optional.empty(),
                Optional.empty(),
                more);
    }

    public Handling handled() {
        return handling.orElse(Handling.NONE);
    }

    /** The same after a person, or time, did something about it. */
    public Alert with(State state, Priority priority, Handling handling) {
        return new Alert(
                id,
                rule,
                about,
                revision,
                state,
                priority,
                reason,
                title,
                before,
                after,
                claimant,
                series,
                signals,
                evidence,
                language,
                causeItem,
                recipients,
                revisions,
                opened,
                received,
                why,
                desk,
                story,
                corroborated,
                Optional.of(handling),
                ruleVersion,
                more);
    }

    /** The same, told to these. */
    public Alert told(List<String> all) {
        return new Alert(
                id,
                rule,
                about,
                revision,
                state,
                priority,
                reason,
                title,
                before,
                after,
                claimant,
                series,
                signals,
                evidence,
                language,
                causeItem,
                all,
                revisions,
                opened,
                received,
                why,
                desk,
                story,
                corroborated,
                handling,
                ruleVersion,
                more);
    }

    /** The next revision, made by a person or by time and not by an item: nothing that was said changes but the words around it. */
    public Alert next(State state, Reason reason, String title, String cause, Instant at, List<String> why) {
        var history = new ArrayList<>(revisions);
        history.add(new Revision(revision + 1, reason, after, claimant, cause, at));
        return said(revision + 1, state, reason, title, cause, at, history, why);
    }

    /** The same revision, said differently. */
    public Alert saying(State state, Reason reason, String title, List<String> why) {
        var history = new ArrayList<>(revisions);
        if (!history.isEmpty()) {
            var last = history.removeLast();
            history.add(new Revision(
                    last.revision(), reason, last.after(), last.claimant(), last.causeItem(), last.received()));
        }
        return said(revision, state, reason, title, causeItem, received, history, why);
    }

    private Alert said(
            int number,
            State state,
            Reason reason,
            String title,
            String cause,
            Instant at,
            List<Revision> history,
            List<String> why) {
        return new Alert(
                id,
                rule,
                about,
                number,
                state,
                priority,
                reason,
                title,
                before,
                after,
                claimant,
                series,
                signals,
                evidence,
                language,
                cause,
                recipients,
                history.subList(Math.max(0, history.size() - HISTORY), history.size()),
                opened,
                at,
                why,
                desk,
                story,
                corroborated,
                handling,
                ruleVersion,
                more);
    }

    /** The same, made by a rule that stands like this now. */
    public Alert by(RuleVersion version) {
        return new Alert(
                id,
                rule,
                about,
                revision,
                state,
                priority,
                reason,
                title,
                before,
                after,
                claimant,
                series,
                signals,
                evidence,
                language,
                causeItem,
                recipients,
                revisions,
                opened,
                received,
                why,
                desk,
                story,
                corroborated,
                handling,
                Optional.of(version),
                more);
    }

    /** The same under another name: its story goes on as part of another. */
    public Alert about(String id, String story) {
        return new Alert(
                id,
                rule,
                story,
                revision,
                state,
                priority,
                reason,
                title,
                before,
                after,
                claimant,
                series,
                signals,
                evidence,
                language,
                causeItem,
                recipients,
                revisions,
                opened,
                received,
                why,
                desk,
                story,
                corroborated,
                handling,
                ruleVersion,
                more);
    }

    /** The same words as an alert of another name: for what sums up several. */
    public Alert named(
            String id, String rule, String about, Reason reason, String title, Instant at, List<String> why) {
        return new Alert(
                id,
                rule,
                about,
                1,
                State.OPEN,
                priority,
                reason,
                title,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                List.of(),
                evidence,
                language,
                about,
                List.of(),
                List.of(),
                at,
                at,
                why,
                desk,
                "",
                0,
                Optional.empty(),
                Optional.empty(),
                more);
    }

    public enum State {
        OPEN,
        HELD,
        WITHDRAWN,
        CLOSED
    }

    /** Why a revision speaks; stored with every decision. */
    public enum Reason {
        FIRST,
        MATERIAL_CHANGE,
        MINOR_CHANGE,
        NEW_CLAIMANT,
        CONFLICT,
        LOWERED,
        CORRECTED,
        WITHDRAWN,
        HELD,
        RELEASED,
        /** Nobody acknowledged it in time. */
        ESCALATED,
        /** An acknowledgement ran out. */
        REMINDER,
        /** What was kept back, together. */
        DIGEST,
        /** Nothing came of it for long, or its story became part of another. */
        CLOSED,
        TEST
    }

    /** A number as it stands at one moment. */
    public record Reading(
            Optional<Long> value, Optional<Long> low, Optional<Long> high, Figure.Bound bound, Instant asOf) {}

    /** One line of an alert's history. */
    public record Revision(
            int revision,
            Reason reason,
            Optional<Reading> after,
            String claimant,
            String causeItem,
            Instant received) {}
}
