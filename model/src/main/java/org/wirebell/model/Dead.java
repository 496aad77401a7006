package org.wirebell.model;

/** Header names of a record in the {@code dead} topic; the value holds the raw bytes. Kafka Streams adds its own beside. */
public final class Dead {
    /** The room that gave up: {@code ingest}, {@code processor}, {@code alerts}. */
    public static final String WHERE = "wirebell.where";
    /** One bounded word, also a metric tag. */
    public static final String WHY = "wirebell.why";
    /** What was tried, on what, and what was found, for people. */
    public static final String DETAIL = "wirebell.detail";
    /** The source id or file name. */
    public static final String SOURCE = "wirebell.source";
    /** ISO-8601 instant. */
    public static final String AT = "wirebell.at";

    /** Prefix of the headers that Kafka Streams' own dead letters carry. */
    public static final String STREAMS_PREFIX = "__streams.errors.";

    private Dead() {}
}
