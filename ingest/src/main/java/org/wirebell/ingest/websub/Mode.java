package org.wirebell.ingest.websub;

import java.util.Locale;

/** What is asked of a hub. */
public enum Mode {
    SUBSCRIBE,
    UNSUBSCRIBE;

    /** As it is written in {@code hub.mode}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
