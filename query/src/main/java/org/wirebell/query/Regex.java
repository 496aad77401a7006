package org.wirebell.query;

import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * A regular expression over one word, in the plain part of Lucene's syntax: {@code . [] () | ? * + {n,m}} and escapes. It becomes an
 * automaton, so that time is linear in the word; the limits keep the automaton small.
 *
 * @param query present when there is no complaint
 * @param complaint what is wrong, empty when nothing is
 */
record Regex(Optional<Query> query, String complaint) {
    private static final int EFFORT = Operations.DEFAULT_DETERMINIZE_WORK_LIMIT;

    /** @param sure how many letters must be certain at its beginning */
    static Regex of(Term term, int sure) {
        var text = term.text();
        try {
            var repetitions = repetitions(new RegExp(text, RegExp.NONE));
            if (repetitions > Limits.REPETITIONS) {
                return refused("repetitions multiply to " + repetitions + " in /" + text + "/, at most "
                        + Limits.REPETITIONS + " are allowed");
            }
            var query = new RegexpQuery(
                    term,
                    RegExp.NONE,
                    0,
                    RegexpQuery.DEFAULT_PROVIDER,
                    EFFORT,
                    MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE,
                    true);
            var beginning = Operations.getCommonPrefix(Operations.removeDeadStates(query.getAutomaton()));
            return beginning.length() < sure
                    ? refused("/" + text + "/ must begin with at least " + sure + " certain letters")
                    : new Regex(Optional.of(query), "");
        } catch (TooComplexToDeterminizeException e) {
            return refused("/" + text + "/ is too complex");
        } catch (IllegalArgumentException e) {
            return refused("/" + text + "/ is no regular expression: " + e.getMessage());
        }
    }

    private static Regex refused(String why) {
        return new Regex(Optional.empty(), why);
    }

    /** The most that repetitions within each other multiply to; without an end they count by their beginning. */
    private static long repetitions(RegExp part) {
        return switch (part.kind) {
            case REGEXP_UNION, REGEXP_CONCATENATION, REGEXP_INTERSECTION ->
                Math.max(repetitions(part.exp1), repetitions(part.exp2));
            case REGEXP_REPEAT_MIN -> times(part.min, part.exp1);
            case REGEXP_REPEAT_MINMAX -> times(part.max, part.exp1);
            case REGEXP_REPEAT, REGEXP_OPTIONAL, REGEXP_COMPLEMENT, REGEXP_DEPRECATED_COMPLEMENT ->
                repetitions(part.exp1);
            case REGEXP_CHAR,
                    REGEXP_CHAR_RANGE,
                    REGEXP_CHAR_CLASS,
                    REGEXP_ANYCHAR,
                    REGEXP_EMPTY,
                    REGEXP_STRING,
                    REGEXP_ANYSTRING,
                    REGEXP_AUTOMATON,
                    REGEXP_INTERVAL -> 1;
        };
    }

    private static long times(int most, RegExp part) {
        return Math.min(Integer.MAX_VALUE, Math.max(1, most) * repetitions(part));
    }
}
