package org.wirebell.processor.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which texts agree in which band: a table in memory, since an item asks it some ninety times and finds little. Twelve bytes a band, about a
 * kilobyte a text; all of it can be told from the texts, so it is filled anew from them at a start.
 */
final class Bands {
    private static final int NONE = -1;
    private static final int FIRST_TEXTS = 256;
    private static final Comparator<Shared> MOST =
            Comparator.comparingInt(Shared::bands).reversed().thenComparing(Shared::handle);

    private final int width;
    private final int most;
    private final int texts;
    /** The text put last at the end. */
    private final Map<String, Integer> slots = new LinkedHashMap<>();

    private final List<String> handles = new ArrayList<>();
    private final List<Integer> free = new ArrayList<>();
    /** Of each band of each text its hash, and the text that was put before it into the same row. */
    private int[] hashes = new int[0];

    private int[] next = new int[0];
    private int[] rows;
    private int[] found = new int[0];

    private record Shared(String handle, int bands) {}

    /**
     * @param width how many bands a text has
     * @param most texts remembered for one band; older ones are forgotten there first
     * @param texts most texts remembered; when one more comes, the one put first is forgotten
     */
    Bands(int width, int most, int texts) {
        this.width = width;
        this.most = most;
        this.texts = texts;
        this.rows = emptyRows(FIRST_TEXTS * width);
    }

    /** In how many bands texts are remembered, all together. */
    int size() {
        int size = 0;
        for (int row : rows) {
            for (int entry = row; entry != NONE; entry = next[entry]) {
                size++;
            }
        }
        return size;
    }

    /** Remembers a text, or remembers it anew as the latest. */
    void put(String handle, List<Integer> bands) {
        remove(handle);
        if (slots.size() >= texts) {
            remove(slots.keySet().iterator().next());
        }
        int slot = slot(handle);
        for (int band = 0; band < width; band++) {
            int entry = slot * width + band;
            hashes[entry] = bands.get(band);
            int row = row(entry);
            next[entry] = rows[row];
            rows[row] = entry;
            forgetOldest(entry);
        }
    }

    void remove(String handle) {
        var slot = slots.remove(handle);
        if (slot == null) {
            return;
        }
        for (int band = 0; band < width; band++) {
            unlink(slot * width + band);
        }
        handles.set(slot, "");
        free.add(slot);
    }

    /** Texts that share a band, at most so many: those that share most of them, without one's own. */
    List<String> closest(List<Integer> bands, String own, int limit) {
        int count = 0;
        for (int band = 0; band < bands.size(); band++) {
            count = collect(band, bands.get(band), count);
        }
        Arrays.sort(found, 0, count);
        int least = least(count, limit + 1); // one of them may be one's own
        var shared = new ArrayList<Shared>();
        for (int i = 0, end = 0; i < count; i = end) {
            end = end(i, count);
            if (end - i >= least) {
                shared.add(new Shared(handles.get(found[i]), end - i));
            }
        }
        return shared.stream()
                .filter(s -> !s.handle.equals(own))
                .sorted(MOST)
                .limit(limit)
                .map(Shared::handle)
                .toList();
    }

    /** Texts that share fewer bands are not among the most likely: most share but one, and need no look. */
    private int least(int count, int limit) {
        var sharing = new int[width + 1];
        for (int i = 0, end = 0; i < count; i = end) {
            end = end(i, count);
            sharing[end - i]++;
        }
        int least = width;
        int more = sharing[least];
        while (least > 1 && more < limit) {
            least--;
            more += sharing[least];
        }
        return least;
    }

    /** The end of the run of equal numbers. */
    private int end(int start, int count) {
        int end = start + 1;
        while (end < count && found[end] == found[start]) {
            end++;
        }
        return end;
    }

    private int collect(int band, int hash, int count) {
        int to = count;
        for (int entry = rows[row(band, hash)]; entry != NONE; entry = next[entry]) {
            if (hashes[entry] == hash && entry % width == band) {
                if (to == found.length) {
                    found = Arrays.copyOf(found, 2 * to + width);
                }
                found[to++] = entry / width;
            }
        }
        return to;
    }

    private void forgetOldest(int newest) {
        int same = 0;
        int oldest = NONE;
        for (int entry = newest; entry != NONE; entry = next[entry]) {
            if (hashes[entry] == hashes[newest] && entry % width == newest % width) {
                same++;
                oldest = entry;
            }
        }
        if (same > most) {
            unlink(oldest);
        }
    }

    private void unlink(int gone) {
        int row = row(gone);
        int before = NONE;
        for (int entry = rows[row]; entry != NONE; before = entry, entry = next[entry]) {
            if (entry != gone) {
                continue;
            }
            if (before == NONE) {
                rows[row] = next[entry];
            } else {
                next[before] = next[entry];
            }
            return;
        }
    }

    private int slot(String handle) {
        int slot = free.isEmpty() ? handles.size() : free.removeLast();
        if (slot == handles.size()) {
            handles.add(handle);
            if ((slot + 1) * width > hashes.length) {
                grow();
            }
        } else {
            handles.set(slot, handle);
        }
        slots.put(handle, slot);
        return slot;
    }

    private void grow() {
        int texts = Math.max(FIRST_TEXTS, hashes.length / width * 3 / 2);
        hashes = Arrays.copyOf(hashes, texts * width);
        next = Arrays.copyOf(next, texts * width);
        if (hashes.length > rows.length) {
            spread();
        }
    }

    /** The same over more rows, the order within each kept. */
    private void spread() {
        var old = rows;
        rows = emptyRows(2 * old.length);
        var ends = emptyRows(rows.length);
        for (int first : old) {
            for (int entry = first; entry != NONE; ) {
                int after = next[entry];
                int row = row(entry);
                if (ends[row] == NONE) {
                    rows[row] = entry;
                } else {
                    next[ends[row]] = entry;
                }
                next[entry] = NONE;
                ends[row] = entry;
                entry = after;
            }
        }
    }

    private static int[] emptyRows(int least) {
        var rows = new int[Integer.highestOneBit(Math.max(2, least) - 1) << 1];
        Arrays.fill(rows, NONE);
        return rows;
    }

    private int row(int entry) {
        return row(entry % width, hashes[entry]);
    }

    private int row(int band, int hash) {
        return Mix.join(hash, band) & rows.length - 1;
    }
}
