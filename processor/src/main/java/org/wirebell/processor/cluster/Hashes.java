package org.wirebell.processor.cluster;

import java.util.Arrays;

/** A set of hashes, sorted. */
final class Hashes {
    private final int[] sorted;

    private Hashes(int[] sorted) {
        this.sorted = sorted;
    }

    static Hashes of(int[] any) {
        var sorted = any.clone();
        Arrays.sort(sorted);
        int kept = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return new Hashes(Arrays.copyOf(sorted, kept));
    }

    int size() {
        return sorted.length;
    }

    int[] toArray() {
        return sorted.clone();
    }

    Hashes first(int most) {
        return sorted.length <= most ? this : new Hashes(Arrays.copyOf(sorted, most));
    }

    /** Those whose lowest bits are zero: one in 2^{@code level}, the same ones in every set. */
    Hashes at(int level) {
        if (level == 0) {
            return this;
        }
        int low = (1 << level) - 1;
        return new Hashes(
                Arrays.stream(sorted).filter(hash -> (hash & low) == 0).toArray());
    }

    /** The lowest level at which no more than so many are left. */
    int level(int most) {
        int level = 0;
        while (level < Integer.SIZE - 2 && at(level).size() > most) {
            level++;
        }
        return level;
    }

    Hashes and(Hashes other) {
        var all = Arrays.copyOf(sorted, sorted.length + other.sorted.length);
        System.arraycopy(other.sorted, 0, all, sorted.length, other.sorted.length);
        return of(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hashes hashes && Arrays.equals(sorted, hashes.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    /** How many both hold. */
    int common(Hashes other) {
        int common = 0;
        for (int i = 0, j = 0; i < sorted.length && j < other.sorted.length; ) {
            int left = sorted[i];
            int right = other.sorted[j];
            if (left == right) {
                common++;
            }
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }
        return common;
    }
}
