package org.wirebell.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.QueryTimeListener;
import org.apache.lucene.search.Query;

/** The rules whose queries Lucene answers, since we have no nodes for them. One that is slow several items in a row, or fails, is taken out. */
final class LuceneRules implements AutoCloseable {
    private static final int PASSES = 2;
    private static final int IN_A_ROW = 3;

    private final Map<String, Query> queries;
    private final Monitor monitor;
    private final long allowed;
    private final Map<String, Integer> slow = new ConcurrentHashMap<>();
    private final Map<String, String> quarantined = new ConcurrentHashMap<>();

    private LuceneRules(Map<String, Query> queries, long allowed) {
        this.queries = Map.copyOf(queries);
        this.allowed = allowed;
        try {
            monitor = new Monitor(Queries.analyzer(), new MultipassTermFilteredPresearcher(PASSES));
            monitor.register(queries.entrySet().stream()
                    .map(rule -> new MonitorQuery(rule.getKey(), rule.getValue()))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an index in memory
        }
    }

    /**
     * Empty where there are no such rules.
     *
     * @param allowed nanoseconds that a rule may take for an item
     */
    static Optional<LuceneRules> of(Map<String, Query> queries, long allowed) {
        return queries.isEmpty() ? Optional.empty() : Optional.of(new LuceneRules(queries, allowed));
    }

    Map<String, String> quarantined() {
        return Map.copyOf(quarantined);
    }

    List<String> match(Document document) {
        try {
            var ids = new ArrayList<String>();
            var found = monitor.match(document, QueryTimeListener.timingMatcher(QueryMatch.SIMPLE_MATCHER, this::took));
            for (var match : found.getMatches()) {
                ids.add(match.getQueryId());
            }
            found.getErrors().forEach((id, fault) -> quarantined.put(id, "Lucene failed: " + fault));
            for (var id : quarantined.keySet()) {
                monitor.deleteById(id);
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void took(String id, long nanos) {
        int times = slow.merge(id, 1, (before, _) -> nanos > allowed ? before + 1 : 0);
        if (nanos > allowed && times >= IN_A_ROW) {
            quarantined.put(
                    id,
                    "took over " + TimeUnit.NANOSECONDS.toMillis(allowed) + " ms for each of " + times
                            + " items in a row");
        }
    }

    List<String> explain(String id, Document document) {
        var query = queries.get(id);
        return query == null ? List.of() : Words.found(query, document);
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
