package org.wirebell.query;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;

/** Text to query, in Lucene's classic syntax; terms without an operator between them are alternatives, as there. */
public final class Queries {
    /** More than this many parts in one query are refused. */
    public static final int MOST_CLAUSES = 1_024;

    private static final Analyzer ANALYZER = Terms.analyzer();

    private Queries() {}

    /**
     * Reads a query. Throws {@link IllegalArgumentException} with the offending text and its position (from 1) when it
     * cannot be read, names an unknown field, only excludes, starts a word with a wildcard, holds a regular expression or
     * more than {@value #MOST_CLAUSES} parts.
     */
    public static Query parse(String text) {
        return new Reading(text, ANALYZER).query();
    }

    /** Cuts items and queries into terms; an index over {@link Documents} must be written with it. */
    public static Analyzer analyzer() {
        return ANALYZER;
    }
}
