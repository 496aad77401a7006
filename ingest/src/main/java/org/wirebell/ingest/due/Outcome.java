package org.wirebell.ingest.due;

import java.time.Duration;

/** What a poll came to, as far as the time of the next one depends on it. A duration of zero means "did not say". */
public sealed interface Outcome {
    /**
     * The source answered, with news or without.
     *
     * @param ttl what the feed asks for
     * @param maxAge what the HTTP answer asks for
     */
    record Answered(Duration ttl, Duration maxAge) implements Outcome {}

    /**
     * Nothing usable came.
     *
     * @param retryAfter what the server asks for
     */
    record Failed(Why why, Duration retryAfter) implements Outcome {}
}
