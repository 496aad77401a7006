package org.wirebell.ingest.signed;

/** What a signature says of a message. */
public enum Verdict {
    VALID,
    /** There is none. */
    ABSENT,
    /** Not in a form, or by a method, that is understood. */
    MALFORMED,
    /** The message is older than is allowed, or from the future. */
    STALE,
    /** Not made with this secret over this message. */
    WRONG
}
