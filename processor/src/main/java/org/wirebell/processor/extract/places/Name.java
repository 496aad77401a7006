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
        /** A word for the people of a country. */
        DEMONYM,
        /** Swallows the words, means no place. */
        NOTHING
    }

    boolean in(String wanted) {
        return language.isEmpty() || language.equals(wanted);
    }
}
