package org.wirebell.model;

import java.time.Instant;
import java.util.Map;

/**
 * A rule that was made in the page or through the API, in one version.
 *
 * @param id of the rule; never changes
 * @param desk whose rule it is
 * @param text the rule in YAML or JSON, as a person wrote it; the form is that of a rule in the configuration
 * @param version counts from 1
 * @param by who made this version
 * @param note why, for colleagues
 */
public record StoredRule(
        String id,
        String desk,
        String text,
        int version,
        State state,
        String by,
        Instant at,
        String note,
        Map<String, Object> more) {
    public StoredRule {
        if (id.isBlank() || by.isBlank()) {
            throw new IllegalArgumentException("a stored rule names itself and who made it");
        }
        more = Map.copyOf(more);
    }

    public enum State {
        ACTIVE,
        /** Decided and shown under "not sent", never told. */
        DRY_RUN,
        PAUSED,
        DELETED
    }
}
