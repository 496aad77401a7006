package org.wirebell.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.Query;
import org.wirebell.model.Finding;
import org.wirebell.model.Update;

/** Many queries at once against one finding. Queries that cannot be read are left out and reported; the others still match. */
public final class Matcher implements AutoCloseable {
    private static final int PASSES = 2;

    private final Monitor monitor;
    private final Map<String, Query> queries = new HashMap<>();
    private final Map<String, String> broken = new TreeMap<>();

    /** Reads all queries, by id. */
    public Matcher(Map<String, String> texts) {
        var registered = new ArrayList<MonitorQuery>();
        texts.forEach((id, text) -> {
            try {
                var query = Queries.parse(text);
                queries.put(id, query);
                registered.add(new MonitorQuery(id, query));
            } catch (IllegalArgumentException e) {
                broken.put(id, String.valueOf(e.getMessage()));
            }
        });
        try {
            monitor = new Monitor(Queries.analyzer(), new MultipassTermFilteredPresearcher(PASSES));
            monitor.register(registered);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an index in memory
        }
    }

    /** Queries that were left out, with their faults, by id. */
    public Map<String, String> broken() {
        return Map.copyOf(broken);
    }

    /** Ids of the queries that match, in order. */
    public Set<String> match(Finding finding) {
        return match(Documents.of(finding));
    }

    public Set<String> match(Update update) {
        return match(Documents.of(update));
    }

    private Set<String> match(Document document) {
        try {
            var ids = new TreeSet<String>();
            for (var match : monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatches()) {
                ids.add(match.getQueryId());
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words that a query found, as {@code headline: ferry}, each once; empty when it does not match. */
    public List<String> explain(String id, Finding finding) {
        return explain(id, Documents.of(finding));
    }

    public List<String> explain(String id, Update update) {
        return explain(id, Documents.of(update));
    }

    private List<String> explain(String id, Document document) {
        return Optional.ofNullable(queries.get(id))
                .map(query -> Words.found(query, document))
                .orElse(List.of());
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
