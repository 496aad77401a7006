package org.wirebell.query;

import org.jspecify.annotations.Nullable;

/** Finds words that stand in a row or near each other, in one walk along their places. */
final class Row {
    private final Node.Phrase phrase;
    private final Seen seen;
    private final Places places;
    private final int[] at;

    private Row(Node.Phrase phrase, Seen seen) {
        this.phrase = phrase;
        this.seen = seen;
        places = seen.places();
        at = new int[phrase.words().length];
    }

    /** Whether the phrase is there; all of them are added where they are asked for. */
    static boolean find(Node.Phrase phrase, Seen seen, @Nullable Found found) {
        for (int word : phrase.words()) {
            if (!seen.has(word)) {
                return false;
            }
        }
        var row = new Row(phrase, seen);
        for (int i = 0; i < row.at.length; i++) {
            row.at[i] = seen.first(phrase.words()[i]);
        }
        return row.walk(found);
    }

    /**
     * Where each word would let the phrase begin: all within {@code slop} of each other is a find. Moving on the least one misses none, for
     * a find needs it further on.
     */
    private boolean walk(@Nullable Found found) {
        boolean any = false;
        while (seen.spend(at.length)) {
            int least = 0;
            int most = 0;
            for (int i = 1; i < at.length; i++) {
                least = begin(i) < begin(least) ? i : least;
                most = begin(i) > begin(most) ? i : most;
            }
            int target = begin(most) - phrase.slop();
            if (begin(least) >= target) {
                any = true;
                if (found == null) {
                    return true;
                }
                add(found);
                target = begin(least) + 1;
            }
            if (!move(least, target)) {
                return any;
            }
        }
        return any;
    }

    private int begin(int i) {
        return places.position(at[i]) - phrase.offsets()[i];
    }

    private boolean move(int i, int target) {
        while (begin(i) < target) {
            at[i] = places.next(at[i]);
            if (at[i] == Places.NONE || !seen.spend(1)) {
                return false;
            }
        }
        return true;
    }

    private void add(Found found) {
        int from = Integer.MAX_VALUE;
        int to = 0;
        for (int place : at) {
            from = Math.min(from, places.start(place));
            to = Math.max(to, places.end(place));
        }
        found.add(seen.field(phrase.words()[0]), from, to);
    }
}
