package org.wirebell.processor.extract.places;

import java.util.List;

/**
 * One way to write a place, or a phrase that only looks like one.
 *
 * @param keys its words, folded
 * @param id the place meant; empty for a phrase that is no place
 * @param language ISO 639-1 code of the only language in which it means that, empty for all
 */
record Name(List<String> keys, String id, String language, Kind kind) {
    Name {
        keys = List.copyOf(keys);
    }

    enum Kind {
        PLAIN,
        /** Written in capitals only, such as US. */
        SHOUTED,
        /** Also a person's name. */
        PERSON,
        /** Also an ordinary word. */
        WORD,
        /** Of a place that only the open data know: written with a capital, and only where the text bears it out. */
        LESSER,
        /** The same, and also an ordinary word. */
        LESSER_WORD,
        /** A word for the people of a country. */
        DEMONYM,
        /** Swallows the words, means no place. */
        NOTHING;

        /** In small letters too it names the place, where nothing but places is asked for. */
        boolean anyCase() {
            return this != LESSER && this != LESSER_WORD && this != WORD;
        }

        /** It needs words around it that say that a place is meant. */
        boolean doubtful() {
            return this == LESSER || this == LESSER_WORD || this == WORD;
        }

        /** It is an ordinary word as well. */
        boolean word() {
            return this == WORD || this == LESSER_WORD;
        }
    }

    boolean in(String wanted) {
        return language.isEmpty() || language.equals(wanted);
    }
}
