package org.wirebell.ingest.due;

import java.time.Instant;

/**
 * A file as a server lists it.
 *
 * @param size in bytes
 * @param changed when it was last written
 * @param exact that time is to the second and in UTC; what a bare {@code LIST} tells is to the minute in who knows which
 *     zone, and to the day after half a year
 */
public record DroppedFile(String name, long size, Instant changed, boolean exact) {
    public Settling.Stamp stamp() {
        return new Settling.Stamp(changed, size);
    }
}
