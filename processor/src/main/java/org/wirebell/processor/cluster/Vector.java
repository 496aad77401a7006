package org.wirebell.processor.cluster;

import java.util.Arrays;

/**
 * The terms of one text, weighed by how often they stand in it and how rare they are elsewhere; its length is one.
 *
 * @param marksLength length of the part that means the same in every language
 */
record Vector(Weights weights, double marksLength) {

    /** The text counts in the vocabulary from now on. */
    static Vector of(Features features, Vocabulary vocabulary) {
        vocabulary.textsCame(1);
        var counted = new long[features.words().size() + features.marks().size()];
        int size = 0;
        for (var word : features.words().entrySet()) {
            if (!features.marks().contains(word.getKey())) {
                counted[size++] = counted(vocabulary.came(word.getKey(), 1), word.getValue());
            }
        }
        for (var mark : features.marks()) {
            counted[size++] = counted(vocabulary.came(mark, 1), 1);
        }
        var inOrder = Arrays.copyOf(counted, size);
        Arrays.sort(inOrder);
        return weighed(inOrder, vocabulary);
    }

    private static long counted(int term, int count) {
        return (long) term << Integer.SIZE | count;
    }

    private static Vector weighed(long[] counted, Vocabulary vocabulary) {
        var terms = new int[counted.length];
        var weights = new double[counted.length];
        var texts = new int[counted.length];
        double square = 0;
        for (int i = 0; i < counted.length; i++) {
            terms[i] = (int) (counted[i] >>> Integer.SIZE);
            weights[i] = (int) counted[i] * vocabulary.rarity(terms[i]);
            texts[i] = 1;
            square += weights[i] * weights[i];
        }
        double length = square == 0 ? 1 : Math.sqrt(square);
        for (int i = 0; i < counted.length; i++) {
            weights[i] /= length;
        }
        var vector = new Weights(vocabulary, terms, weights, texts);
        return new Vector(vector, Math.sqrt(vector.marksSquare()));
    }
}
