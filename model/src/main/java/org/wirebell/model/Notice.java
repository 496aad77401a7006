package org.wirebell.model;

import java.time.Instant;
import java.util.Map;

/**
 * One revision of an alert for one receiver.
 *
 * @param id deterministic: alert + receiver + causing item + kind, so that a replay plans the same notice
 * @param expires after this moment it is no news any more and is not sent
 */
public record Notice(
        String id,
        String receiver,
        Kind kind,
        Alert alert,
        Instant planned,
        Instant expires,
        Map<String, Object> more) {
    public Notice {
        more = Map.copyOf(more);
    }

    public enum Kind {
        NEW,
        UPDATE,
        CORRECT,
        WITHDRAW,
        HOLD,
        RELEASE,
        DIGEST,
        TEST
    }
}
