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
     * cannot be read, names an unknown field, only excludes, starts a word with a wildcard or asks for more than a query may: {@value
     * #MOST_CLAUSES} parts, 32 brackets within each other, three wildcards in a word and what else docs/configuration.md lists.
     */
    public static Query parse(String text) {
        return new Reading(text, ANALYZER).query();
    }

    /** Cuts items and queries into terms; an index over {@link Documents} must be written with it. */
    public static Analyzer analyzer() {
        return ANALYZER;
    }
}
