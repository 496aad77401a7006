package org.wirebell.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One revision of an alert for one receiver.
 *
 * @param id deterministic: alert + receiver + causing item + kind, so that a replay plans the same notice
 * @param quiet to be shown without a sound, in place of what the receiver has where the channel can
 * @param silence why it is not sent, in one bounded word such as {@code silenced}; empty for what is sent
 * @param entries the changes that a digest sums up, the most important first; empty for all others
 * @param expires after this moment it is no news any more and is not sent
 */
public record Notice(
        String id,
        String receiver,
        Kind kind,
        Alert alert,
        Instant planned,
        Instant expires,
        boolean quiet,
        String silence,
        List<Entry> entries,
        Map<String, Object> more) {
    public Notice {
        entries = List.copyOf(entries);
        more = Map.copyOf(more);
    }

    /** A notice that is to be sent, with its sound. */
    public Notice(
            String id,
            String receiver,
            Kind kind,
            Alert alert,
            Instant planned,
            Instant expires,
            Map<String, Object> more) {
        this(id, receiver, kind, alert, planned, expires, false, "", List.of(), more);
    }

    /** The same, told without a sound. */
    public Notice hushed() {
        return new Notice(id, receiver, kind, alert, planned, expires, true, silence, entries, more);
    }

    /** The same with these further fields. */
    public Notice with(Map<String, Object> fields) {
        return new Notice(id, receiver, kind, alert, planned, expires, quiet, silence, entries, fields);
    }

    /** The same, which is not sent. */
    public Notice silenced(String why) {
        return new Notice(id, receiver, kind, alert, planned, expires, quiet, why, entries, more);
    }

    /** Whether it is to reach people. */
    public boolean goes() {
        return silence.isEmpty();
    }

    /**
     * One line of a digest: the last revision of an alert.
     *
     * @param silence why it was not told when it came
     */
    public record Entry(
            String alert,
            int revision,
            Priority priority,
            String title,
            String claimant,
            String sentence,
            String link,
            String story,
            Instant received,
            String silence) {}

    public enum Kind {
        NEW,
        UPDATE,
        CORRECT,
        WITHDRAW,
        HOLD,
        RELEASE,
        ESCALATE,
        REMIND,
        CLOSE,
        /** Somebody has seen it. */
        ACK,
        DIGEST,
        TEST
    }
}
