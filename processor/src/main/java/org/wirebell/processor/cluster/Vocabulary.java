package org.wirebell.processor.cluster;

import java.util.HashMap;
import java.util.Map;

/** In how many of the texts that are held each term stands: the rarer, the more it tells. */
final class Vocabulary {
    /** As if so many texts without any of the terms were held: else, of the first few, what they share would count for nothing. */
    private static final int BEFORE = 500;

    private final Map<String, Integer> texts = new HashMap<>();
    private long all;

    void add(Iterable<String> terms) {
        all++;
        terms.forEach(t -> texts.merge(t, 1, Integer::sum));
    }

    /** As many texts as the story had, with the terms that it kept. */
    void restore(Cluster cluster) {
        all += cluster.size();
        cluster.terms().forEach((t, weight) -> texts.merge(t, weight.texts(), Integer::sum));
    }

    /** The texts of a story that is let go of. */
    void forget(Cluster cluster) {
        all -= cluster.size();
        forget(cluster.terms());
    }

    void forget(Map<String, Cluster.Weight> terms) {
        terms.forEach((t, weight) ->
                texts.computeIfPresent(t, (_, n) -> n > weight.texts() ? Integer.valueOf(n - weight.texts()) : null));
    }

    /** Logarithm of how rare the term is. */
    double rarity(String term) {
        return Math.log((all + BEFORE) / (texts.getOrDefault(term, 0) + 0.5));
    }
}
