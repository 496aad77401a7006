package org.wirebell.processor.cluster;

import java.util.Arrays;

/**
 * Least hashes under many orders, two to a band: sets of likeness J (Jaccard) agree in one band with probability J². Broder, "On the
 * resemblance and containment of documents", 1997; bands as in Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3.
 */
final class MinHash {
    private static final int ROWS = 2;

    private final int[] factors;
    private final int[] offsets;

    /** @param seed another one gives other orders; never changed, since bands are kept */
    MinHash(int bands, int seed) {
        factors = new int[bands * ROWS];
        offsets = new int[bands * ROWS];
        int state = seed;
        for (int i = 0; i < factors.length; i++) {
            state += 0x9e3779b9;
            factors[i] = Mix.finish(state) | 1;
            state += 0x9e3779b9;
            offsets[i] = Mix.finish(state);
        }
    }

    /** A hash for each band; none for the empty set. */
    int[] bands(Hashes set) {
        if (set.size() == 0) {
            return new int[0];
        }
        var least = least(set.toArray());
        var bands = new int[least.length / ROWS];
        for (int band = 0; band < bands.length; band++) {
            bands[band] = Mix.join(Mix.finish(least[band * ROWS]), least[band * ROWS + 1]);
        }
        return bands;
    }

    /** Plain loops over arrays, which the compiler turns into vector instructions. */
    private int[] least(int[] hashes) {
        var factor = factors;
        var offset = offsets;
        var least = new int[factor.length];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (int hash : hashes) {
            for (int i = 0; i < least.length; i++) {
                least[i] = Math.min(least[i], factor[i] * hash + offset[i]);
            }
        }
        return least;
    }
}
