package org.wirebell.alerts.edge;

import java.time.Duration;

/** What a channel answered to one attempt. */
public sealed interface Delivery {
    /**
     * Accepted.
     *
     * @param detail the channel's own answer
     * @param handle what it calls the message, empty for no name
     * @param anew whether earlier messages can't be changed any more, so that this one begins anew
     */
    record Sent(String detail, String handle, boolean anew) implements Delivery {
        public Sent(String detail) {
            this(detail, "");
        }

        public Sent(String detail, String handle) {
            this(detail, handle, false);
        }
    }

    /** Not now. {@code after} is the wait that the receiver asked for, zero when it asked for none. */
    record Later(String why, Duration after) implements Delivery {}

    /** Not this notice, however often it is tried. {@code why} is one bounded word. */
    record Refused(String why, String detail) implements Delivery {}

    /** The channel has no way to show such a notice, by its nature. {@code why} is one bounded word. */
    record Skipped(String why) implements Delivery {}

    /** The receiver wants nothing any more (HTTP 410); it stays off until the next start. */
    record Off(String detail) implements Delivery {}
}
