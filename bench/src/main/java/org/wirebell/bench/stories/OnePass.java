package org.wirebell.bench.stories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The plain way: each text joins the centroid that it is most like by TF-IDF, else opens one; nothing is ever put together. */
final class OnePass {
    private static final double LIKE = 0.12;

    private final Map<String, Integer> texts = new HashMap<>();
    private final List<Map<String, Integer>> centroids = new ArrayList<>();
    private final Map<String, Set<Integer>> byTerm = new HashMap<>();
    private int seen;

    private OnePass() {}

    static List<String> stories(List<StoryScores.Title> titles) {
        var pass = new OnePass();
        return titles.stream().map(t -> "c" + pass.add(t.text())).toList();
    }

    private int add(String text) {
        var counts = new HashMap<String, Integer>();
        for (var word : text.split("\\s+")) {
            counts.merge(word, 1, Integer::sum);
        }
        seen++;
        counts.keySet().forEach(w -> texts.merge(w, 1, Integer::sum));
        var candidates = new HashSet<Integer>();
        counts.keySet().forEach(w -> candidates.addAll(byTerm.getOrDefault(w, Set.of())));
        int best = -1;
        double most = LIKE;
        for (int candidate : candidates) {
            double like = cosine(counts, centroids.get(candidate));
            if (like >= most) {
                best = candidate;
                most = like;
            }
        }
        if (best < 0) {
            best = centroids.size();
            centroids.add(new HashMap<>());
        }
        int joined = best;
        counts.forEach((word, n) -> {
            centroids.get(joined).merge(word, n, Integer::sum);
            byTerm.computeIfAbsent(word, _ -> new HashSet<>()).add(joined);
        });
        return joined;
    }

    private double cosine(Map<String, Integer> a, Map<String, Integer> b) {
        double dot = 0;
        for (var entry : a.entrySet()) {
            dot += entry.getValue() * (double) b.getOrDefault(entry.getKey(), 0) * Math.pow(rarity(entry.getKey()), 2);
        }
        return dot / (length(a) * length(b));
    }

    private double length(Map<String, Integer> counts) {
        double square = counts.entrySet().stream()
                .mapToDouble(e -> Math.pow(e.getValue() * rarity(e.getKey()), 2))
                .sum();
        return square == 0 ? 1 : Math.sqrt(square);
    }

    private double rarity(String word) {
        return Math.log((seen + 1) / (texts.getOrDefault(word, 0) + 0.5));
    }
}
