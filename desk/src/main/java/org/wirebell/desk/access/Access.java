package org.wirebell.desk.access;

/** Who comes in. */
public enum Access {
    /** Whoever reaches the desk may do everything; only where it listens on loopback. */
    OPEN,
    /** People sign in; programs show a token. */
    SIGNED_IN
}
