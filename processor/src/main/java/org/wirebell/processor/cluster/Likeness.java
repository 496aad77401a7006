package org.wirebell.processor.cluster;

/**
 * How far two texts say the same.
 *
 * @param jaccard shared shingles by all of both
 * @param ofLater share of the later text's shingles that the earlier one has, {@code ofEarlier} the other way round
 */
record Likeness(double jaccard, double ofLater, double ofEarlier) {
    /** Fewer sampled shingles than this say too little. */
    private static final int SAMPLE = 16;

    static Likeness of(Print.Shingles later, Print.Shingles earlier) {
        int level = Math.max(later.level(), earlier.level());
        if (level > 0) {
            var a = later.kept().at(level);
            var b = earlier.kept().at(level);
            if (Math.min(a.size(), b.size()) >= SAMPLE) {
                return of(a.common(b), a.size(), b.size());
            }
        }
        return of(later.kept().common(earlier.kept()), later.size(), earlier.size()); // at least; exact at level 0
    }

    double containment() {
        return Math.max(ofLater, ofEarlier);
    }

    private static Likeness of(int common, int later, int earlier) {
        return common == 0
                ? new Likeness(0, 0, 0)
                : new Likeness(
                        (double) common / (later + earlier - common),
                        (double) common / later,
                        (double) common / earlier);
    }
}
