package org.wirebell.processor.cluster;

/**
 * One vector laid out by the numbers of its terms, so that others are multiplied with it in one walk along theirs. Most terms of most others it does
 * not have: a bit for each tells so from a few kilobytes that stay near the processor.
 */
final class Laid {
    private double[] byTerm = {};
    private long[] bits = {};

    /** @param most above the numbers of all its terms */
    void lay(Weights vector, int most) {
        if (most > byTerm.length) {
            byTerm = new double[2 * most];
            bits = new long[2 * most / Long.SIZE + 1];
        }
        vector.lay(byTerm);
        vector.forEach(term -> bits[term >>> 6] |= 1L << term);
    }

    /** Takes away what was laid out, so that there is room for the next. */
    void lift(Weights vector) {
        vector.lift(byTerm);
        vector.forEach(term -> bits[term >>> 6] = 0);
    }

    boolean has(int term) {
        return (bits[term >>> 6] >>> term & 1) != 0;
    }

    /** Zero for a term that it does not have. */
    double weight(int term) {
        return byTerm[term];
    }
}
