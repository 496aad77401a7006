package org.wirebell.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;

/** Which words of a document a query found. */
final class Words {
    static final int MOST = 20;

    private Words() {}

    /** As {@code field: words}, each once, in the order of fields and texts; numbers and dates are not shown. */
    static List<String> found(Query query, Document document) {
        var index = MemoryIndex.fromDocument(document, Queries.analyzer(), true, false);
        var searcher = index.createSearcher();
        try {
            return found(query, document, searcher);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an index in memory
        }
    }

    private static List<String> found(Query query, Document document, IndexSearcher searcher) throws IOException {
        var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        IndexReader reader = searcher.getIndexReader();
        var matches = weight.matches(reader.leaves().getFirst(), 0);
        if (matches == null) {
            return List.of();
        }
        var byField = new TreeMap<String, SequencedSet<String>>();
        for (var field : matches) {
            var text = String.join("\n", document.getValues(field)); // as MemoryIndex counts offsets
            var at = matches.getMatches(field);
            if (at != null) {
                collect(at, text, byField.computeIfAbsent(field, _ -> new LinkedHashSet<>()));
            }
        }
        return byField.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(words -> e.getKey() + ": " + words))
                .limit(MOST)
                .toList();
    }

    private static void collect(MatchesIterator at, String text, SequencedSet<String> into) throws IOException {
        while (at.next()) {
            if (at.startOffset() >= 0 && at.endOffset() <= text.length()) {
                into.add(text.substring(at.startOffset(), at.endOffset()).toLowerCase(Locale.ROOT));
            }
        }
    }
}
