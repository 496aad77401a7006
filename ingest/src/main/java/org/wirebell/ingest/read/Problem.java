package org.wirebell.ingest.read;

/** Why a document gave no items (or not all of them): one bounded word, and what was found, for people. */
public record Problem(Why why, String detail) {

    public enum Why {
        EMPTY,
        NOT_A_FEED,
        UNKNOWN_FORMAT,
        BROKEN,
        TOO_LARGE,
        TOO_DEEP
    }
}
