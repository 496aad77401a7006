package org.wirebell.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.Query;
import org.wirebell.model.Finding;
import org.wirebell.model.Update;

/**
 * Many queries at once against one finding. Queries that cannot be read are left out and reported, those that run away are quarantined;
 * the others still match. Only rules at a feature of the item, the rarest that they need, are looked at. Any number of threads may ask.
 */
public final class Matcher implements AutoCloseable {
    /** Steps along the words of an item that a rule may take, and those for each word of it. */
    private static final long STEPS = 100_000;

    private static final int STEPS_A_WORD = 20;
    /** After so many items, and each time four times as many, rules are anchored by what was seen. */
    private static final int LEARN_AFTER = 256;

    private static final long LUCENE_MILLIS = 50;

    private final List<String> ids = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, String> broken = new TreeMap<>();
    private final Features features = new Features();
    private final Optional<LuceneRules> others;
    private final Quarantine quarantine;
    private final ConcurrentLinkedQueue<Look> looks = new ConcurrentLinkedQueue<>();
    private volatile Anchors anchors;

    /** Reads all queries, by id. */
    public Matcher(Map<String, String> texts) {
        this(texts, Map.of());
    }

    /** @param more queries that come from elsewhere than a text */
    Matcher(Map<String, String> texts, Map<String, Query> more) {
        var queries = new TreeMap<String, Query>(more);
        texts.forEach((id, text) -> {
            try {
                queries.put(id, Queries.parse(text));
            } catch (IllegalArgumentException e) {
                broken.put(id, String.valueOf(e.getMessage()));
            }
        });
        var compiler = new Compiler(features);
        var left = new TreeMap<String, Query>();
        queries.forEach((id, query) ->
                compiler.compile(query).ifPresentOrElse(node -> add(id, node), () -> left.put(id, query)));
        others = LuceneRules.of(left, TimeUnit.MILLISECONDS.toNanos(LUCENE_MILLIS));
        quarantine = new Quarantine(nodes.size());
        anchors = Anchors.of(nodes, features.count(), features::guess);
    }

    private void add(String id, Node node) {
        numbers.put(id, ids.size());
        ids.add(id);
        nodes.add(node);
    }

    /** Queries that were left out, with their faults, by id. */
    public Map<String, String> broken() {
        return Map.copyOf(broken);
    }

    /** Queries that took too long and are asked no more, with the reasons, by id. */
    public Map<String, String> quarantined() {
        var all = new TreeMap<>(quarantine.reasons());
        others.ifPresent(rules -> all.putAll(rules.quarantined()));
        return all;
    }

    /** Ids of the queries that match, in order. */
    public Set<String> match(Finding finding) {
        return match(Documents.of(finding));
    }

    public Set<String> match(Update update) {
        return match(Documents.of(update));
    }

    /** Ids of the queries that match, in order, each with the words that it found, as {@link #explain(String, Finding)} shows them. */
    public Map<String, List<String>> matches(Finding finding) {
        return matches(Documents.of(finding));
    }

    public Map<String, List<String>> matches(Update update) {
        return matches(Documents.of(update));
    }

    /** The words that a query found, as {@code headline: ferry}, each once; empty when it does not match. */
    public List<String> explain(String id, Finding finding) {
        return explain(id, Documents.of(finding));
    }

    public List<String> explain(String id, Update update) {
        return explain(id, Documents.of(update));
    }

    Set<String> match(Document document) {
        var look = look(document);
        Set<String> found = new LinkedHashSet<>();
        look.hits().forEach(rule -> found.add(ids.get(rule)));
        looks.add(look);
        if (others.isEmpty()) {
            return found;
        }
        var all = new TreeSet<>(found);
        all.addAll(others.get().match(document));
        return all;
    }

    Map<String, List<String>> matches(Document document) {
        var look = look(document);
        Map<String, List<String>> found = new LinkedHashMap<>();
        look.hits().forEach(rule -> found.put(ids.get(rule), look.words(nodes.get(rule))));
        looks.add(look);
        if (others.isEmpty()) {
            return found;
        }
        var all = new TreeMap<>(found);
        others.get().match(document).forEach(id -> all.put(id, others.get().explain(id, document)));
        return all;
    }

    List<String> explain(String id, Document document) {
        var rule = numbers.get(id);
        if (rule == null) {
            return others.map(rules -> rules.explain(id, document)).orElse(List.of());
        }
        var look = free();
        look.seen.read(document);
        var words = look.finds(nodes.get(rule)) ? look.words(nodes.get(rule)) : List.<String>of();
        looks.add(look);
        return words;
    }

    private Look free() {
        var free = looks.poll();
        return free == null ? new Look() : free;
    }

    private Look look(Document document) {
        var look = free();
        look.seen.read(document);
        look.count = 0;
        var present = anchors;
        for (int i = 0; i < look.seen.present(); i++) {
            int feature = look.seen.present(i);
            for (int at = present.first(feature), end = present.end(feature); at < end; at++) {
                ask(look, present.rule(at));
            }
        }
        if (look.seen.now() == look.learnt) {
            look.learnt *= 4;
            anchors = Anchors.of(nodes, features.count(), look.seen::share);
        }
        return look;
    }

    private void ask(Look look, int rule) {
        if (look.asked[rule] == look.seen.now() || quarantine.holds(rule)) {
            return;
        }
        look.asked[rule] = look.seen.now();
        if (look.finds(nodes.get(rule))) {
            look.hit(rule);
        } else if (look.seen.spent()) {
            quarantine.strike(
                    rule,
                    ids.get(rule),
                    "took over " + look.allowed() + " steps for an item of " + look.seen.tokens() + " words");
        }
    }

    @Override
    public void close() {
        others.ifPresent(LuceneRules::close);
    }

    /** What one thread needs to look at an item. */
    private final class Look {
        private final Seen seen = new Seen(features, Queries.analyzer());
        private final int[] asked = new int[nodes.size()];
        private int[] hits = new int[16];
        private int count;
        private int learnt = LEARN_AFTER;

        private long allowed() {
            return STEPS + (long) STEPS_A_WORD * seen.tokens();
        }

        private boolean finds(Node node) {
            seen.grant(allowed());
            return node.in(seen) && !seen.spent();
        }

        private void hit(int rule) {
            if (count == hits.length) {
                hits = Arrays.copyOf(hits, count * 2);
            }
            hits[count++] = rule;
        }

        /** Numbers of the rules that match, in the order of their ids. */
        private IntStream hits() {
            Arrays.sort(hits, 0, count);
            return Arrays.stream(hits, 0, count);
        }

        private List<String> words(Node node) {
            seen.grant(allowed());
            var found = new Found();
            node.show(seen, found);
            return found.words(seen);
        }
    }
}
