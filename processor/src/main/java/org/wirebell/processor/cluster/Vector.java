package org.wirebell.processor.cluster;

import java.util.HashMap;
import java.util.Map;

/**
 * The terms of one text, weighed by how often they stand in it and how rare they are elsewhere; its length is one.
 *
 * @param marksLength length of the part that means the same in every language
 */
record Vector(Map<String, Double> weights, double marksLength) {

    static Vector of(Features features, Vocabulary vocabulary) {
        var weights = new HashMap<String, Double>();
        features.words().forEach((word, n) -> weights.put(word, n * vocabulary.rarity(word)));
        features.marks().forEach(mark -> weights.put(mark, vocabulary.rarity(mark)));
        double square = 0;
        double marks = 0;
        for (var entry : weights.entrySet()) {
            double part = entry.getValue() * entry.getValue();
            square += part;
            marks += Marks.isMark(entry.getKey()) ? part : 0;
        }
        double length = square == 0 ? 1 : Math.sqrt(square);
        weights.replaceAll((_, weight) -> weight / length);
        return new Vector(Map.copyOf(weights), Math.sqrt(marks) / length);
    }
}
