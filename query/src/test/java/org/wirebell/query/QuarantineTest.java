package org.wirebell.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Finding;
import org.wirebell.model.Samples;

class QuarantineTest {
    /** Words that are often there and never near enough, asked for a thousand times. */
    private static final String RUNAWAY = IntStream.range(0, 500)
            .mapToObj(n -> "\"crane quay\"~" + (1 + n % 90))
            .collect(Collectors.joining(" "));

    private static final Document SHORT = document("The crane fell on the old quay " + "and more ".repeat(60));
    private static final Document LONG =
            document("crane ".repeat(3_000) + "stone ".repeat(200) + "quay ".repeat(3_000) + "ferry");

    @Test
    void aRunawayRuleIsTakenOutWithItsReason() {
        try (var matcher = new Matcher(Map.of("runaway", RUNAWAY, "ferries", "ferry", "cranes", "\"crane quay\"~5"))) {
            assertThat(matcher.match(SHORT)).contains("runaway");
            for (int i = 0; i < Quarantine.STRIKES - 1; i++) {
                assertThat(matcher.match(LONG)).containsExactly("ferries");
                assertThat(matcher.quarantined()).isEmpty();
            }
            assertThat(matcher.match(SHORT)).contains("runaway");
            assertThat(matcher.match(LONG)).containsExactly("ferries");
            assertThat(matcher.quarantined())
                    .isEqualTo(Map.of(
                            "runaway", "took over 224020 steps for an item of 6201 words, as in 2 items before"));
            assertThat(matcher.match(SHORT)).containsExactly("cranes");
            assertThat(matcher.explain("runaway", Samples.finding())).isEmpty();
        }
    }

    @Test
    void aRuleThatLuceneFailsOnIsTakenOut() {
        var queries = Map.<String, Query>of("failing", new Failing());
        try (var matcher = new Matcher(Map.of("ferries", "ferry"), queries)) {
            assertThat(matcher.match(LONG)).containsExactly("ferries");
            assertThat(matcher.match(LONG)).containsExactly("ferries");
            assertThat(matcher.quarantined()).containsOnlyKeys("failing");
            assertThat(matcher.quarantined().get("failing")).contains("Lucene failed", "out of order");
        }
    }

    @Test
    void aRuleThatIsSlowItemAfterItemIsTakenOut() {
        var twice = Queries.parse("\"crane crane quay\"~9");
        try (var rules = LuceneRules.of(Map.of("slow", twice), -1).orElseThrow()) {
            assertThat(rules.match(LONG)).isEmpty();
            assertThat(rules.match(LONG)).isEmpty();
            assertThat(rules.quarantined()).isEmpty();
            assertThat(rules.match(LONG)).isEmpty();
            assertThat(rules.quarantined()).containsOnlyKeys("slow");
            assertThat(rules.quarantined().get("slow")).contains("each of 3 items in a row");
        }
    }

    @Test
    void wordsThatMeetThemselvesAreLeftToLucene() {
        try (var matcher = new Matcher(Map.of("twice", "\"ferry ferry\"~2", "never", "\"ferry ferry ferry\"~2"))) {
            var item = document("The ferry met a ferry");
            assertThat(matcher.match(item)).containsExactly("twice");
            assertThat(matcher.matches(item)).isEqualTo(Map.of("twice", List.of("text: ferry met a ferry")));
        }
    }

    private static Document document(String text) {
        var item = Samples.item("a", "", text);
        return Documents.of(new Finding(item, "", List.of(), List.of(), List.of(), "", "", "", Map.of()));
    }

    private static final class Failing extends Query {
        @Override
        public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
            throw new IllegalStateException("out of order");
        }

        @Override
        public String toString(String field) {
            return "failing";
        }

        @Override
        public void visit(QueryVisitor visitor) {
            visitor.visitLeaf(this);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Failing;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
