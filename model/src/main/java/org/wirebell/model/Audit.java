package org.wirebell.model;

import java.time.Instant;
import java.util.Map;

/** Who did what, when, to what. */
public record Audit(String actor, String action, String target, String detail, Instant at, Map<String, Object> more) {
    public Audit {
        more = Map.copyOf(more);
    }
}
