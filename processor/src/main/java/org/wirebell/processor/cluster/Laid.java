package org.wirebell.processor.cluster;

/** One vector laid out by the numbers of its terms, so that others are multiplied with it in one walk along theirs. */
final class Laid {
    private double[] byTerm = {};

    /** @param most above the numbers of all its terms */
    void lay(Weights vector, int most) {
        if (most > byTerm.length) {
            byTerm = new double[2 * most];
        }
        vector.lay(byTerm);
    }

    /** Takes away what was laid out, so that there is room for the next. */
    void lift(Weights vector) {
        vector.lift(byTerm);
    }

    /** Zero for a term that it does not have. */
    double weight(int term) {
        return byTerm[term];
    }
}
