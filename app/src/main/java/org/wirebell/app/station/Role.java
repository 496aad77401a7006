package org.wirebell.app.station;

/** What a process can do; {@code wirebell up} does all of it. */
public enum Role {
    INGEST,
    PROCESS,
    ALERT,
    DESK
}
