package org.wirebell.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who did what, when, to what.
 *
 * @param link its place in the chain of all that was done ({@link AuditChain}); absent in records from before there was one
 */
public record Audit(
        String actor,
        String action,
        String target,
        String detail,
        Instant at,
        Optional<Link> link,
        Map<String, Object> more) {
    public Audit {
        more = Map.copyOf(more);
    }

    /** One that has no place in the chain yet. */
    public Audit(String actor, String action, String target, String detail, Instant at, Map<String, Object> more) {
        this(actor, action, target, detail, at, Optional.empty(), more);
    }

    /** The same, at this place. */
    public Audit linked(Link place) {
        return new Audit(actor, action, target, detail, at, Optional.of(place), more);
    }

    /**
     * A place in the chain.
     *
     * @param number one more than the highest before it, from 1
     * @param previous SHA-256 in hexadecimal of the bytes of each record that nobody had named yet: mostly one, several when two
     *     were written at the same moment, none for the first
     */
    public record Link(long number, List<String> previous) {
        public Link {
            previous = List.copyOf(previous);
        }
    }
}
