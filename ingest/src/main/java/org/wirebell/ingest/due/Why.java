package org.wirebell.ingest.due;

import java.util.Locale;

/** Why a poll brought nothing; in lower case it is a metric tag and {@code FeedState.outcome}. */
public enum Why {
    HTTP_4XX,
    HTTP_5XX,
    /** A bot check stands in front of the feed. */
    CHALLENGED,
    /** 410: the publisher says that it will not come back. */
    GONE,
    /** No answer, or not all of it, within the deadline. */
    TIMEOUT,
    /** The server could not show that it is who it should be: its certificate, or its host key. */
    TLS,
    UNREACHABLE,
    /** The server does not let us in, or not to where we want to go. */
    DENIED,
    /** Not asked, because it leads to where feeds may not lead: a private address, a downgrade, a redirect without end. */
    BLOCKED,
    TOO_LARGE,
    /** Not asked, because the host asked us to wait. */
    WAITING,
    /** Answered, with what is no feed. */
    UNREADABLE,
    /** A fault of our own, said in the log. */
    INTERNAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
