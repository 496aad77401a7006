package org.wirebell.processor.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Which texts agree in which band: a table in memory, since an item asks it some ninety times and finds little. About ten bytes a band, some
 * 900 a text; all of it can be told from the texts, so it is filled anew from them at a start. Open addressing with linear probing: a search
 * for a band that nobody shares costs one look at memory, most often.
 */
final class Bands {
    private static final int EMPTY = 0;
    private static final int FIRST_TEXTS = 256;
    private static final int FIRST_PLACES = 1 << 10;
    private static final Comparator<Shared> MOST =
            Comparator.comparingInt(Shared::bands).reversed().thenComparing(Shared::handle);

    private final int width;
    private final int most;
    private final int texts;
    /** The text put last at the end. */
    private final SequencedMap<String, Integer> slots = new LinkedHashMap<>();

    private final List<String> handles = new ArrayList<>();
    private final List<Integer> free = new ArrayList<>();
    /** By slot the how manieth text it was to be put. */
    private long[] puts = new long[FIRST_TEXTS];
    /** By slot when the text was received, in seconds since 1970. */
    private long[] receipts = new long[FIRST_TEXTS];

    private long put;
    /** Of each band of each text its key: the hash, mixed with the number of the band. An entry is an index into this. */
    private int[] keys = new int[0];
    /** How many bits of a place tell the entry; the others tell some of its key. */
    private final int entryBits;
    /** Some of the key of an entry, and the entry plus one, at the place that the key tells or at the next ones. */
    private int[] table = new int[FIRST_PLACES];

    private int size;
    /** Slots that a search finds, and by slot in how many bands; all zero between searches. */
    private int[] found = new int[0];

    private short[] shares = new short[FIRST_TEXTS];
    /** What stands at the first place of each band of a search: read before any is followed, so that memory is asked for all of them at once. */
    private final int[] firsts;

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
        this.entryBits =
                Integer.SIZE - Integer.numberOfLeadingZeros(Math.clamp((long) width * texts, 1, Integer.MAX_VALUE));
        this.firsts = new int[width];
    }

    /** In how many bands texts are remembered, all together. */
    int size() {
        return size;
    }

    /**
     * Remembers a text, or remembers it anew as the latest.
     *
     * @return the text that is forgotten for it
     */
    Optional<String> put(String handle, Ints bands, Instant received) {
        remove(handle);
        var gone = slots.size() < texts ? Optional.<String>empty() : takeFirst();
        int slot = slot(handle);
        receipts[slot] = received.getEpochSecond();
        for (int band = 0; band < width; band++) {
            int entry = slot * width + band;
            keys[entry] = key(band, bands.get(band));
            enter(entry);
        }
        return gone;
    }

    /** Forgets the text put first, if it was received before a moment, and names it. */
    Optional<String> takeBefore(Instant limit) {
        boolean over = !slots.isEmpty() && receipts[slots.firstEntry().getValue()] < limit.getEpochSecond();
        return over ? takeFirst() : Optional.empty();
    }

    private Optional<String> takeFirst() {
        var first = slots.firstEntry().getKey();
        remove(first);
        return Optional.of(first);
    }

    boolean holds(String handle) {
        return slots.containsKey(handle);
    }

    void remove(String handle) {
        var slot = slots.remove(handle);
        if (slot == null) {
            return;
        }
        for (int band = 0; band < width; band++) {
            take(slot * width + band);
        }
        handles.set(slot, "");
        free.add(slot);
    }

    /** Texts that share a band, at most so many: those that share most of them, without one's own. */
    List<String> closest(Ints bands, String own, int limit) {
        for (int band = 0; band < bands.size(); band++) {
            firsts[band] = table[place(key(band, bands.get(band)))];
        }
        int count = 0;
        for (int band = 0; band < bands.size(); band++) {
            count = firsts[band] == EMPTY ? count : collect(band, key(band, bands.get(band)), count);
        }
        int others = 0;
        for (int i = 0; i < count; i++) {
            if (shares[found[i]]++ == 0) {
                found[others++] = found[i];
            }
        }
        int least = least(others, limit + 1); // one of them may be one's own
        var shared = new ArrayList<Shared>();
        for (int i = 0; i < others; i++) {
            if (shares[found[i]] >= least) {
                shared.add(new Shared(handles.get(found[i]), shares[found[i]]));
            }
            shares[found[i]] = 0;
        }
        return shared.stream()
                .filter(s -> !s.handle.equals(own))
                .sorted(MOST)
                .limit(limit)
                .map(Shared::handle)
                .toList();
    }

    /** Texts that share fewer bands are not among the most likely: most share but one, and need no look. */
    private int least(int others, int limit) {
        var sharing = new int[width + 1];
        for (int i = 0; i < others; i++) {
            sharing[shares[found[i]]]++;
        }
        int least = width;
        int more = sharing[least];
        while (least > 1 && more < limit) {
            least--;
            more += sharing[least];
        }
        return least;
    }

    private int collect(int band, int key, int count) {
        int to = count;
        for (int place = place(key); table[place] != EMPTY; place = after(place)) {
            if (same(table[place], band, key)) {
                if (to == found.length) {
                    found = Arrays.copyOf(found, 2 * to + width);
                }
                found[to++] = entry(table[place]) / width;
            }
        }
        return to;
    }

    /** What the place itself tells comes first: the key is elsewhere in memory. */
    private boolean same(int held, int band, int key) {
        int entry = entry(held);
        return (held ^ key << entryBits) >>> entryBits == 0 && entry % width == band && keys[entry] == key;
    }

    /** Where as many texts share the band as are remembered for one, in place of the oldest of them. */
    private void enter(int entry) {
        if (size >= table.length / 4 * 3) {
            grow();
        }
        int key = keys[entry];
        int same = 0;
        int oldest = -1;
        int place = place(key);
        for (; table[place] != EMPTY; place = after(place)) {
            if (same(table[place], entry % width, key)) {
                same++;
                oldest = oldest < 0 || put(place) < put(oldest) ? place : oldest;
            }
        }
        if (same < most) {
            size++;
        } else {
            place = oldest;
        }
        table[place] = key << entryBits | entry + 1;
    }

    private long put(int place) {
        return puts[entry(table[place]) / width];
    }

    private void enter(int key, int entry) {
        int place = place(key);
        while (table[place] != EMPTY) {
            place = after(place);
        }
        table[place] = key << entryBits | entry + 1;
    }

    /** Takes an entry out, if it is in, and closes the gap. */
    private void take(int gone) {
        int place = place(keys[gone]);
        while (entry(table[place]) != gone) {
            if (table[place] == EMPTY) {
                return;
            }
            place = after(place);
        }
        int gap = place;
        for (int next = after(gap); table[next] != EMPTY; next = after(next)) {
            int home = place(keys[entry(table[next])]);
            if (distance(home, next) >= distance(gap, next)) {
                table[gap] = table[next];
                gap = next;
            }
        }
        table[gap] = EMPTY;
        size--;
    }

    private int distance(int from, int to) {
        return to >= from ? to - from : to - from + table.length;
    }

    private void grow() {
        var old = table;
        table = new int[old.length / 4 * 5];
        for (int held : old) {
            if (held != EMPTY) {
                enter(keys[entry(held)], entry(held));
            }
        }
    }

    /** Keys are spread over all places, whatever their number. */
    private int place(int key) {
        return (int) (Integer.toUnsignedLong(key) * table.length >>> Integer.SIZE);
    }

    private int after(int place) {
        return place + 1 < table.length ? place + 1 : 0;
    }

    private int entry(int held) {
        return (held & (1 << entryBits) - 1) - 1;
    }

    /** Two hashes never have the same one in one band. */
    private static int key(int band, int hash) {
        return Mix.join(hash, band);
    }

    private int slot(String handle) {
        int slot = free.isEmpty() ? handles.size() : free.removeLast();
        if (slot == handles.size()) {
            handles.add(handle);
            if ((slot + 1) * width > keys.length) {
                int room = Math.max(FIRST_TEXTS, slot * 5 / 4);
                keys = Arrays.copyOf(keys, room * width);
                puts = Arrays.copyOf(puts, room);
                receipts = Arrays.copyOf(receipts, room);
                shares = Arrays.copyOf(shares, room);
            }
        } else {
            handles.set(slot, handle);
        }
        puts[slot] = ++put;
        slots.put(handle, slot);
        return slot;
    }
}
