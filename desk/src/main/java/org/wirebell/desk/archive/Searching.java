package org.wirebell.desk.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.wirebell.model.Finding;
import org.wirebell.model.Json;
import org.wirebell.query.Fields;
import org.wirebell.query.Queries;

/** One search over one state of the index. Each segment is sorted newest first, so facets look at the head of each and stop. */
final class Searching {
    private static final int COUNTED = 1_000; // a segment
    static final int TOTAL = 20_000; // in all segments, where the index does not know by itself
    private static final int VALUES = 12; // a facet

    private final IndexSearcher searcher;

    Searching(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    private record Hit(int document, long received) {}

    Found found(Search search) throws IOException {
        var weight = searcher.createWeight(searcher.rewrite(query(search)), ScoreMode.COMPLETE_NO_SCORES, 1);
        var newest = new PriorityQueue<Hit>(Comparator.comparingLong(Hit::received));
        var counts = new EnumMap<Facet, Map<String, Long>>(Facet.class);
        for (var facet : Facet.values()) {
            counts.put(facet, new HashMap<>());
        }
        int most = search.skip() + search.most();
        long total = 0;
        long counted = 0;
        boolean all = true;
        for (var leaf : searcher.getIndexReader().leaves()) {
            var scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            var head = head(leaf, scorer.iterator(), most, newest);
            count(leaf, head, counts);
            counted += head.size();
            int known = weight.count(leaf);
            if (known >= 0) {
                total += known;
            } else if (head.size() < COUNTED) {
                total += head.size(); // that was the whole segment
            } else {
                long left = Math.max(0, TOTAL - total - head.size());
                long rest = rest(leaf, scorer.iterator(), left + 1); // one more says that there are more
                total += head.size() + Math.min(rest, left);
                all &= rest <= left;
            }
        }
        var items = new ArrayList<Finding>();
        for (var hit : newest.stream()
                .sorted(Comparator.comparingLong(Hit::received).reversed().thenComparing(Hit::document))
                .skip(search.skip())
                .toList()) {
            items.add(stored(searcher, hit.document()));
        }
        return new Found(items, total, all, counted, top(counts));
    }

    private static Query query(Search search) {
        var all = new BooleanQuery.Builder();
        all.add(
                search.query().isBlank() ? new MatchAllDocsQuery() : Queries.parse(search.query()),
                BooleanClause.Occur.FILTER);
        search.only()
                .forEach((facet, value) ->
                        all.add(new TermQuery(new Term(facet.field(), value)), BooleanClause.Occur.FILTER));
        search.since()
                .ifPresent(at -> all.add(
                        LongPoint.newRangeQuery(Fields.RECEIVED.key(), at.toEpochMilli(), Long.MAX_VALUE),
                        BooleanClause.Occur.FILTER));
        return all.build();
    }

    /** The newest matching documents of a segment; those that may be among the newest of all join the queue. */
    private static List<Integer> head(
            LeafReaderContext leaf, DocIdSetIterator matching, int most, PriorityQueue<Hit> newest) throws IOException {
        var live = leaf.reader().getLiveDocs();
        var received = DocValues.getNumeric(leaf.reader(), Archive.RECEIVED);
        var head = new ArrayList<Integer>();
        while (head.size() < COUNTED) {
            int document = matching.nextDoc();
            if (document == DocIdSetIterator.NO_MORE_DOCS) {
                break;
            }
            if (live != null && !live.get(document)) {
                continue;
            }
            if (head.size() < most && received.advanceExact(document)) {
                newest.add(new Hit(leaf.docBase + document, received.longValue()));
                if (newest.size() > most) {
                    newest.remove();
                }
            }
            head.add(document);
        }
        return head;
    }

    /** Counts what is behind the head, but no more than this. */
    private static long rest(LeafReaderContext leaf, DocIdSetIterator matching, long most) throws IOException {
        if (matching.docID() == DocIdSetIterator.NO_MORE_DOCS) {
            return 0;
        }
        var live = leaf.reader().getLiveDocs();
        long n = 0;
        while (n < most) {
            int document = matching.nextDoc();
            if (document == DocIdSetIterator.NO_MORE_DOCS) {
                return n;
            }
            if (live == null || live.get(document)) {
                n++;
            }
        }
        return n;
    }

    private static void count(LeafReaderContext leaf, List<Integer> documents, Map<Facet, Map<String, Long>> counts)
            throws IOException {
        for (var facet : counts.entrySet()) {
            var values = DocValues.getSortedSet(leaf.reader(), facet.getKey().field());
            var byOrdinal = new int[Math.toIntExact(values.getValueCount())];
            for (int document : documents) {
                if (values.advanceExact(document)) {
                    for (int i = 0; i < values.docValueCount(); i++) {
                        byOrdinal[(int) values.nextOrd()]++;
                    }
                }
            }
            for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
                if (byOrdinal[ordinal] > 0) {
                    var value = values.lookupOrd(ordinal).utf8ToString();
                    facet.getValue().merge(value, (long) byOrdinal[ordinal], Long::sum);
                }
            }
        }
    }

    private static Map<Facet, List<Facet.Count>> top(Map<Facet, Map<String, Long>> counts) {
        var top = new EnumMap<Facet, List<Facet.Count>>(Facet.class);
        counts.forEach((facet, values) -> top.put(
                facet,
                values.entrySet().stream()
                        .map(e -> new Facet.Count(e.getKey(), e.getValue()))
                        .sorted(Comparator.comparingLong(Facet.Count::items)
                                .reversed()
                                .thenComparing(Facet.Count::value))
                        .limit(VALUES)
                        .toList()));
        return top;
    }

    static Finding stored(IndexSearcher searcher, int document) throws IOException {
        var bytes = searcher.storedFields().document(document).getBinaryValue(Archive.FINDING);
        var copy = new byte[bytes.length];
        System.arraycopy(bytes.bytes, bytes.offset, copy, 0, bytes.length);
        return Json.read(copy, Finding.class);
    }
}
