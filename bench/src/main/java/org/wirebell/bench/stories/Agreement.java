package org.wirebell.bench.stories;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far two ways to sort the same texts agree.
 *
 * @param nmi normalised mutual information, by the arithmetic mean of the entropies
 * @param precision B-cubed
 * @param recall B-cubed
 */
record Agreement(double nmi, double precision, double recall) {

    static Agreement of(List<String> gold, List<String> found) {
        Map<String, Integer> golds = new HashMap<>();
        Map<String, Integer> founds = new HashMap<>();
        Map<List<String>, Integer> both = new HashMap<>();
        for (int i = 0; i < gold.size(); i++) {
            golds.merge(gold.get(i), 1, Integer::sum);
            founds.merge(found.get(i), 1, Integer::sum);
            both.merge(List.of(gold.get(i), found.get(i)), 1, Integer::sum);
        }
        double n = gold.size();
        double shared = 0;
        double precision = 0;
        double recall = 0;
        for (var pair : both.entrySet()) {
            double c = pair.getValue();
            double g = golds.getOrDefault(pair.getKey().getFirst(), 1);
            double f = founds.getOrDefault(pair.getKey().getLast(), 1);
            shared += c / n * Math.log(c * n / (g * f));
            precision += c * c / f / n;
            recall += c * c / g / n;
        }
        double entropies = entropy(golds.values(), n) + entropy(founds.values(), n);
        return new Agreement(entropies == 0 ? 1 : 2 * shared / entropies, precision, recall);
    }

    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static double entropy(Collection<Integer> counts, double n) {
        return -counts.stream().mapToDouble(c -> c / n * Math.log(c / n)).sum();
    }
}
