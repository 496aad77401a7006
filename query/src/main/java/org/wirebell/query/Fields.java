package org.wirebell.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every field that a query can name, in the order in which the documentation lists them. */
public enum Fields {
    /** Headline, summary and body; meant where a query names no field. */
    TEXT(Kind.WORDS),
    HEADLINE(Kind.WORDS),
    SUMMARY(Kind.WORDS),
    BODY(Kind.WORDS),
    SOURCE(Kind.NAME),
    FORMAT(Kind.NAME),
    /** ISO 639-1. */
    LANGUAGE(Kind.NAME),
    /** Gazetteer ids of the places and of all their ancestors, their names and those of the country. */
    PLACE(Kind.NAME),
    /** ISO 3166-1 alpha-2. */
    COUNTRY(Kind.NAME),
    /** Tags of what was read, such as {@code mass.casualty}. */
    SIGNAL(Kind.NAME),
    /** Level of any signal, −4 to +6. */
    LEVEL(Kind.NUMBER),
    /** Id of the story that the item belonged to when it came. */
    STORY(Kind.NAME),
    /** Level of that story with this item, 0 to 6; known where a level was told. */
    STORY_LEVEL(Kind.NUMBER),
    /** By how much this item raised it. */
    RISE(Kind.NUMBER),
    /** Tags that had long not been heard of their country. */
    FIRST(Kind.NAME),
    /** {@code yes} for an item that carries another's words, else {@code no}. */
    COPY(Kind.NAME),
    /** What happened to the people counted, such as {@code killed}. */
    CATEGORY(Kind.NAME),
    /** Who says so, in the words used. */
    CLAIMANT(Kind.WORDS),
    /** Who is counted. */
    POPULATION(Kind.WORDS),
    /** Coarse kind of what happened; known for changes of a series only. */
    EVENT(Kind.NAME),
    /** The value of any asserted figure. */
    FIGURE(Kind.NUMBER),
    CREDIT(Kind.WORDS),
    ORIGIN(Kind.WORDS),
    AUTHOR(Kind.WORDS),
    DATELINE(Kind.WORDS),
    SLUG(Kind.WORDS),
    KEYWORD(Kind.WORDS),
    /** Subject codes, with and without their scheme ({@code medtop:20000139} in quotes), and their names. */
    SUBJECT(Kind.NAME),
    GENRE(Kind.NAME),
    /** 1 (highest) to 9. */
    URGENCY(Kind.NUMBER),
    STATUS(Kind.NAME),
    /** What the wire says about its item: correction, kill, hold … */
    WIRE(Kind.NAME),
    /** As the provider says; an ISO date or instant. */
    PUBLISHED(Kind.TIME),
    /** When it reached us. */
    RECEIVED(Kind.TIME);

    /** How the field is cut into terms, and with that what a query may ask of it. */
    public enum Kind {
        /** Running text: case, accents and Arabic letter forms do not matter; phrases and proximity work. */
        WORDS,
        /** The whole value is one term; case and accents do not matter. */
        NAME,
        /** Whole numbers: single values and ranges. */
        NUMBER,
        /** Milliseconds since 1970, asked for as ISO dates or instants. */
        TIME
    }

    private static final Map<String, Fields> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Fields::key, Function.identity()));

    private final Kind kind;
    private final String key;

    Fields(Kind kind) {
        this.kind = kind;
        key = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Kind kind() {
        return kind;
    }

    /** The name in queries and in the index. */
    public String key() {
        return key;
    }

    public static Optional<Fields> named(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    static String known() {
        return Arrays.stream(values()).map(Fields::key).collect(Collectors.joining(", "));
    }
}
