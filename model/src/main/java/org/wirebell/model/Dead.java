package org.wirebell.model;

import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;

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

    /**
     * Whether it is the record in hand that made a step of Kafka Streams fail. Else a store or a broker did, such as one whose disk is full:
     * then the record is sound, and so is each that would follow it among the dead.
     *
     * @param why as the step threw it
     */
    public static boolean isToBlame(Throwable why) {
        return chain(why).noneMatch(KafkaException.class::isInstance)
                || chain(why)
                        .anyMatch(cause ->
                                cause instanceof SerializationException || cause instanceof ClassCastException);
    }

    private static Stream<Throwable> chain(Throwable why) {
        return Stream.iterate(why, Objects::nonNull, Throwable::getCause);
    }
}
