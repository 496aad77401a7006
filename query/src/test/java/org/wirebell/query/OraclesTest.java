package org.wirebell.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The matcher finds exactly what Lucene Monitor, Lucene's index in memory and an ordinary index find, rule by rule and item by item. */
class OraclesTest {
    private static final int RULES = Integer.getInteger("wirebell.rules", 150);
    private static final int ITEMS = Integer.getInteger("wirebell.items", 40);
    /** Every so many items are explained, since Lucene takes long. */
    private static final int EXPLAINED = 5;
    /** Added to the seeds, so that other rules and items can be tried; seeds modulo four are languages. */
    private static final long SEED = Long.getLong("wirebell.seed", 0);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20, 21, 22, 23})
    void findTheSame(long number) throws IOException {
        long seed = SEED * 4 + number;
        var invented = new Invented(seed);
        var texts = new TreeMap<String, String>();
        var queries = new TreeMap<String, Query>();
        for (int i = 0; i < RULES; i++) {
            var text = invented.query();
            texts.put("r" + i, text);
            queries.put("r" + i, Queries.parse(text));
        }
        var items = IntStream.range(0, ITEMS)
                .mapToObj(invented::finding)
                .map(Documents::of)
                .toList();
        var index = index(queries, items);
        try (var matcher = new Matcher(texts);
                var monitor = new Monitor(Queries.analyzer())) {
            monitor.register(queries.entrySet().stream()
                    .map(rule -> new MonitorQuery(rule.getKey(), rule.getValue()))
                    .toList());
            assertThat(matcher.broken()).isEmpty();
            for (int i = 0; i < items.size(); i++) {
                var item = items.get(i);
                var found = matcher.match(item);
                assertThat(show(found, texts))
                        .as("seed %d, item %d, Lucene Monitor", seed, i)
                        .isEqualTo(show(monitor(monitor, item), texts));
                assertThat(show(found, texts))
                        .as("seed %d, item %d, index in memory", seed, i)
                        .isEqualTo(show(memory(queries, item), texts));
                assertThat(show(found, texts))
                        .as("seed %d, item %d, index", seed, i)
                        .isEqualTo(show(index.get(i), texts));
                assertThat(matcher.matches(item).keySet()).isEqualTo(found);
                for (var id : i % EXPLAINED == 0 ? found : Set.<String>of()) {
                    explained(matcher, id, queries.get(id), item);
                }
            }
            assertThat(matcher.quarantined()).isEmpty();
        }
    }

    /** Where words stand, Lucene and we agree but for proximity, of which it tells other finds. */
    private static void explained(Matcher matcher, String id, Query query, Document item) {
        var words = matcher.explain(id, item);
        var theirs = Words.found(query, item);
        if (query.toString().contains("~")) {
            assertThat(words.isEmpty()).isEqualTo(theirs.isEmpty());
        } else {
            assertThat(words).as("%s", query).isEqualTo(theirs);
        }
    }

    private static List<String> show(Iterable<String> ids, Map<String, String> texts) {
        var shown = new ArrayList<String>();
        ids.forEach(id -> shown.add(id + " " + texts.get(id)));
        return shown;
    }

    private static TreeSet<String> monitor(Monitor monitor, Document item) throws IOException {
        var ids = new TreeSet<String>();
        monitor.match(item, QueryMatch.SIMPLE_MATCHER).getMatches().forEach(match -> ids.add(match.getQueryId()));
        return ids;
    }

    private static TreeSet<String> memory(Map<String, Query> queries, Document item) throws IOException {
        var searcher = MemoryIndex.fromDocument(item, Queries.analyzer()).createSearcher();
        var ids = new TreeSet<String>();
        for (var query : queries.entrySet()) {
            if (searcher.count(query.getValue()) > 0) {
                ids.add(query.getKey());
            }
        }
        return ids;
    }

    /** For each item the ids of the queries that find it in an index of all. */
    private static List<TreeSet<String>> index(Map<String, Query> queries, List<Document> items) throws IOException {
        var found = items.stream().map(_ -> new TreeSet<String>()).toList();
        try (var directory = new ByteBuffersDirectory()) {
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(Queries.analyzer()))) {
                for (var item : items) {
                    writer.addDocument(item);
                }
                writer.forceMerge(1);
            }
            try (var reader = DirectoryReader.open(directory)) {
                var searcher = new IndexSearcher(reader);
                for (var query : queries.entrySet()) {
                    for (var hit : searcher.search(query.getValue(), items.size()).scoreDocs) {
                        found.get(hit.doc).add(query.getKey());
                    }
                }
            }
        }
        return found;
    }
}
