package org.wirebell.model;

import java.util.Optional;

/**
 * A number of people read in a sentence, with what the sentence says about it.
 *
 * @param quote the number expression as written
 * @param start offset of the quote in {@code part}, in UTF-16 units
 * @param part which text of the item it stands in
 * @param value the number, absent for ranges, vague words and fractions
 * @param low smallest number that the words allow (inclusive); literal minimum for vague words
 * @param high largest number that the words allow (inclusive), absent when open
 * @param fraction share of the parent figure ("nearly half"), 0–1
 * @param subject the counted people in the words used
 * @param subsetOf index, in the list it travels in, of the larger figure that this one is part of
 * @param attribution the claimant in the words used, empty when the text names none
 * @param place the most specific place named for it
 * @param since baseline of a running count, in the words used ("October 7")
 * @param asOf what the text says about the moment of counting, in the words used
 * @param asserted false when only feared, planned, denied …
 * @param rule name of the pattern that read it
 */
public record Figure(
        String quote,
        int start,
        Part part,
        Optional<Long> value,
        Optional<Long> low,
        Optional<Long> high,
        Optional<Double> fraction,
        Bound bound,
        Category category,
        String subject,
        Optional<Integer> subsetOf,
        Optional<Role> role,
        Optional<Tense> time,
        String attribution,
        String place,
        String since,
        String asOf,
        Scope scope,
        boolean asserted,
        String rule) {

    /** What happened to the people counted. */
    public enum Category {
        KILLED,
        INJURED,
        CASUALTIES,
        MISSING,
        CAPTIVE,
        ARRESTED,
        RELEASED,
        RESCUED,
        DISPLACED,
        AFFECTED,
        SICK
    }

    /** How tightly the words bind the number. */
    public enum Bound {
        EXACT,
        AT_LEAST,
        MORE_THAN,
        AT_MOST,
        FEWER_THAN,
        ABOUT,
        NEARLY,
        RANGE,
        VAGUE
    }

    /** What the number does besides standing for itself; a plain total has none. */
    public enum Role {
        INCREMENT,
        PREVIOUS,
        RATE,
        ORDINAL
    }

    public enum Tense {
        PAST,
        FUTURE
    }

    /** One event with its rising toll, or a running total over many. */
    public enum Scope {
        INCIDENT,
        CUMULATIVE
    }

    /** The text of an item that an offset counts in; {@code BODY} is {@link Item#text()}. */
    public enum Part {
        HEADLINE,
        BODY
    }

    public int end() {
        return start + quote.length();
    }
}
