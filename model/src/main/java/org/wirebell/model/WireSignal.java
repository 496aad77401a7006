package org.wirebell.model;

/** What a wire says about its own item, apart from its text. */
public enum WireSignal {
    UPDATE,
    CORRECTION,
    KILL,
    HOLD,
    RELEASE,
    ALERT,
    EMBARGO,
    REPLACE,
    DELETE
}
