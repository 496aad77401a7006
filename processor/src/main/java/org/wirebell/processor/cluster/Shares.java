package org.wirebell.processor.cluster;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Which stories have terms of a search, and how much these weigh together; stories by their slots, so that all of it stays near the processor. */
final class Shares {
    /** By slot, zero where nothing is shared. */
    private double[] shares = {};
    /** By slot, whether something is shared that means the same in every language. */
    private boolean[] marked = {};
    /** The slots where something is shared. */
    private int[] slots = {};

    private int count;

    /** @param most above the numbers of all slots to come */
    void reach(int most) {
        if (most > shares.length) {
            shares = Arrays.copyOf(shares, 2 * most);
            marked = Arrays.copyOf(marked, 2 * most);
            slots = Arrays.copyOf(slots, 2 * most);
        }
    }

    /** The story has a term of that weight. */
    void add(int slot, double weight, boolean mark) {
        if (shares[slot] == 0) {
            slots[count++] = slot;
        }
        shares[slot] += weight;
        marked[slot] |= mark;
    }

    /**
     * Tells the slots, and is empty again.
     *
     * @param enough those that share at least so much
     * @param marks those of the others that share a mark
     */
    void take(double least, IntConsumer enough, IntConsumer marks) {
        for (int i = 0; i < count; i++) {
            int slot = slots[i];
            if (shares[slot] >= least) {
                enough.accept(slot);
            } else if (marked[slot]) {
                marks.accept(slot);
            }
            shares[slot] = 0;
            marked[slot] = false;
        }
        count = 0;
    }
}
