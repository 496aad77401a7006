package org.wirebell.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a person does about an alert.
 *
 * @param id makes it count once, however often it is sent
 * @param desk whose alert it is
 * @param revision the revision that the person saw
 * @param until when an acknowledgement or an override runs out; a default when absent
 * @param to whom it is assigned
 * @param note why, in words for colleagues; {@code BREAKING}, {@code HOLD} and {@code WITHDRAW} need one
 */
public record Action(
        String id,
        String alert,
        String desk,
        Verb verb,
        int revision,
        String by,
        Instant at,
        Optional<Instant> until,
        String to,
        String note,
        Map<String, Object> more) {
    public Action {
        if (id.isBlank() || alert.isBlank() || by.isBlank()) {
            throw new IllegalArgumentException("an action names itself, its alert and who does it");
        }
        if (verb.needsNote() && note.isBlank()) {
            throw new IllegalArgumentException(verb + " needs a note that says why");
        }
        more = Map.copyOf(more);
    }

    public enum Verb {
        ACK,
        UNACK,
        ASSIGN,
        NOTE,
        /** Doubtful: those who were told hear that it waits. */
        HOLD,
        RELEASE,
        /** Wrong: those who were told hear that it is taken back. */
        WITHDRAW,
        CLOSE,
        /** Past silences, quiet hours and budgets for an hour. */
        BREAKING;

        public boolean needsNote() {
            return this == HOLD || this == WITHDRAW || this == BREAKING;
        }
    }
}
