package org.wirebell.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What persons did about an alert.
 *
 * @param ack the newest acknowledgement, also after it has run out
 * @param assignee who looks after it, empty when nobody does
 * @param remarks the newest of what was done and said, oldest first
 * @param closed when it was closed
 * @param into id of the alert that goes on in its place, empty when none does
 */
public record Handling(
        Optional<Ack> ack, String assignee, List<Remark> remarks, Optional<Instant> closed, String into) {
    public static final Handling NONE = new Handling(Optional.empty(), "", List.of(), Optional.empty(), "");

    public Handling {
        remarks = List.copyOf(remarks);
    }

    /**
     * Somebody has seen it. Covers revisions up to this one; what is louder or takes back speaks all the same.
     *
     * @param until when it runs out
     */
    public record Ack(int revision, String by, Instant at, Instant until) {}

    /** One line of what was done about it. */
    public record Remark(Action.Verb verb, String by, Instant at, String note) {}
}
