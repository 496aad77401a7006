package org.wirebell.alerts.edge;

import java.time.Duration;

/** What a channel answered to one attempt. */
public sealed interface Delivery {
    /** Accepted; {@code detail} is the channel's own answer. */
    record Sent(String detail) implements Delivery {}

    /** Not now. {@code after} is the wait that the receiver asked for, zero when it asked for none. */
    record Later(String why, Duration after) implements Delivery {}

    /** Not this notice, however often it is tried. {@code why} is one bounded word. */
    record Refused(String why, String detail) implements Delivery {}

    /** The receiver wants nothing any more (HTTP 410); it stays off until the next start. */
    record Off(String detail) implements Delivery {}
}
