package org.wirebell.query;

import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/** What is wrong with a query as a whole, though each part can be read. */
final class Shape {
    private Shape() {}

    static Optional<String> check(Query query) {
        if (excludesOnly(query)) {
            return Optional.of("it only says what to leave out, not what to find");
        }
        var count = new Count();
        query.visit(count);
        return count.parts > Queries.MOST_CLAUSES
                ? Optional.of(count.parts + " parts, at most " + Queries.MOST_CLAUSES + " are allowed")
                : Optional.empty();
    }

    private static boolean excludesOnly(Query query) {
        return switch (query) {
            case BoostQuery boost -> excludesOnly(boost.getQuery());
            case BooleanQuery all ->
                all.clauses().stream().allMatch(BooleanClause::isProhibited)
                        || all.clauses().stream().anyMatch(clause -> excludesOnly(clause.query()));
            default -> false;
        };
    }

    private static final class Count extends QueryVisitor {
        private int parts;

        @Override
        public void consumeTerms(Query query, Term... terms) {
            parts += terms.length;
        }

        @Override
        public void visitLeaf(Query query) {
            parts++;
        }

        @Override
        public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
            return this; // what is left out costs as much
        }
    }
}
