package org.wirebell.processor.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Which stories share a term; stories by their slots. Of one that many share nothing is told, so only their count is kept: most of all listings
 * are of such terms. When few are left of them they are looked up among all.
 */
final class ByTerm {
    private static final int[] UNTOLD = {};
    private static final int FEW = 4;

    private final int common;
    /** By the number of the term. */
    private final List<Row> rows = new ArrayList<>();

    private static final class Row {
        private int count;
        private boolean told = true;
        private int[] slots = new int[FEW];

        void add(int slot, int most) {
            told &= count < most;
            slots = told ? count < slots.length ? slots : Arrays.copyOf(slots, 2 * count + FEW) : UNTOLD;
            if (told) {
                slots[count] = slot;
            }
            count++;
        }

        void remove(int slot) {
            int at = 0;
            while (slots[at] != slot) {
                at++;
            }
            slots[at] = slots[--count];
        }
    }

    /** @param common of terms that more stories share nothing is told */
    ByTerm(int common) {
        this.common = common;
    }

    /** The story in this slot has the term, which it had not before. */
    void add(int term, int slot) {
        while (rows.size() <= term) {
            rows.add(new Row());
        }
        rows.get(term).add(slot, 2 * common);
    }

    /**
     * The story has the term no more.
     *
     * @param all stories of which there are any
     */
    void remove(int term, Cluster story, Collection<Cluster> all) {
        var row = rows.get(term);
        if (row.told) {
            row.remove(story.slot());
        } else if (--row.count <= common) {
            row.slots = all.stream()
                    .filter(other -> other != story && other.weights().has(term))
                    .mapToInt(Cluster::slot)
                    .toArray();
            row.count = row.slots.length;
            row.told = true;
        }
    }

    /**
     * Those that share the term.
     *
     * @return how many; 0 where too many do, of which none is told
     */
    int of(int term, IntConsumer slot) {
        if (term >= rows.size()) {
            return 0;
        }
        var row = rows.get(term);
        if (!row.told || row.count > common) {
            return 0;
        }
        for (int i = 0; i < row.count; i++) {
            slot.accept(row.slots[i]);
        }
        return row.count;
    }
}
