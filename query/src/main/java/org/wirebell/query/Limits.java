package org.wirebell.query;

/** How much one query may ask for, so that no query can keep the others waiting. docs/configuration.md lists them. */
final class Limits {
    /** Words, numbers, ranges and patterns. */
    static final int PARTS = Queries.MOST_CLAUSES;
    /** Letters of the whole query. */
    static final int LETTERS = 50_000;

    /** Brackets within brackets. */
    static final int DEPTH = 32;
    /** Words in one phrase. */
    static final int PHRASE = 50;
    /** Less than the gap between two texts of an item: no proximity reaches from headline to body. */
    static final int SLOP = Terms.GAP - 1;

    /** Wildcards in one word. */
    static final int WILDCARDS = 3;
    /** Words with wildcards, inexact words and regular expressions in one query. */
    static final int PATTERNS = 64;
    /** Letters before the first {@code *} of a word. */
    static final int BEFORE_STAR = 3;
    /** Letters of a word with wildcards, or of an inexact one. */
    static final int PATTERN_LETTERS = 64;

    /** Letters that an inexact word must have at least; the first must be right. */
    static final int INEXACT = 4;
    /** Inexact words in one query; each is an automaton that takes milliseconds to build. */
    static final int INEXACT_WORDS = 16;
    /** Letters of an inexact word that may differ. */
    static final int EDITS = 2;

    /** Letters of a regular expression. */
    static final int REGEX = 200;
    /** Repetitions in repetitions, multiplied. */
    static final int REPETITIONS = 1_000;

    private Limits() {}
}
