package org.wirebell.ingest.due;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.wirebell.model.FeedState;
import org.wirebell.model.Item;

/**
 * Moves the state of a source on, one answer at a time: which items are new, and what is to be remembered. The state that
 * comes out may be kept only after all its new items are safe.
 */
public final class Cursor {
    /** No more marks than this are kept of one source, however long its documents are: a megabyte of state, half of it packed. */
    static final int MOST_SEEN = 10_000;
    /** At least this many: short feeds that rotate their items bring old ones back. */
    static final int LEAST_SEEN = 200;
    /** And so many times the length of the last document. */
    private static final int DOCUMENTS_SEEN = 4;

    private Cursor() {}

    /**
     * What an answer changes.
     *
     * @param fresh items not seen before in this wording, oldest first, stamped with their arrival
     * @param versions how many of them are new wordings of an item that was seen
     * @param repeats items that were seen
     * @param gap nothing of the answer was seen before: items may have passed between two polls
     * @param marks of the items of the answer, in its order, as the next state has them
     */
    public record Step(List<Item> fresh, int versions, int repeats, boolean gap, List<String> marks, FeedState next) {
        public int news() {
            return fresh.size() - versions;
        }
    }

    /**
     * An answer with items. On the first one of a source, all items are back-fill but those published within
     * {@code backfillOlderThan}.
     */
    public static Step advance(FeedState before, Arrival arrival, Instant now, Duration backfillOlderThan) {
        var sifted = sift(before, arrival.items(), arrival.passed(), now, backfillOlderThan);
        var gap =
                !before.seen().isEmpty() && !sifted.overlap() && !sifted.fresh().isEmpty();
        var seen = sifted.memory().newest(most(sifted.served()));
        var next = Standing.answered(before, arrival, now, sifted.fresh(), sifted.repeats(), gap, seen);
        return new Step(sifted.fresh(), sifted.versions(), sifted.repeats(), gap, sifted.marks(), next);
    }

    /** Items that the publisher sent by itself: as many as it likes, so that nothing else is forgotten and no gap seen. */
    public static Step pushed(FeedState before, List<Item> items, Instant now, Duration backfillOlderThan) {
        var sifted = sift(before, items, List.of(), now, backfillOlderThan);
        int most = Math.clamp(before.seen().size() + (long) sifted.served(), LEAST_SEEN, MOST_SEEN);
        var next = Standing.pushed(before, sifted.fresh(), sifted.memory().newest(most), now);
        return new Step(sifted.fresh(), sifted.versions(), sifted.repeats(), false, sifted.marks(), next);
    }

    private record Sifted(
            List<Item> fresh,
            int versions,
            int repeats,
            boolean overlap,
            int served,
            List<String> marks,
            Memory memory) {}

    private static Sifted sift(
            FeedState before, List<Item> items, List<String> passed, Instant now, Duration backfillOlderThan) {
        var first = before.lastSuccess().isEmpty();
        var old = passed.stream().map(Mark::parse).toList();
        var memory = new Memory(before.source(), before.seen(), items, old);
        var here = new HashSet<String>();
        var fresh = new ArrayList<Item>();
        int versions = 0;
        int repeats = old.size();
        boolean overlap = !old.isEmpty();
        for (var mark : old) {
            here.add(mark.identity(before.source()) + mark.wording());
            memory.note(mark);
        }
        for (var item : oldestFirst(items, now)) {
            var mark = memory.recognise(item);
            boolean known = memory.knows(mark);
            boolean met = memory.met(mark);
            boolean once = here.add(mark.identity(before.source()) + mark.wording());
            memory.note(mark);
            if (known || !once) {
                overlap |= known;
                repeats++;
                continue;
            }
            if (met) {
                versions++;
                overlap = true;
            }
            fresh.add(identified(item, mark).arrived(now, first && !younger(item, now.minus(backfillOlderThan))));
        }
        return new Sifted(List.copyOf(fresh), versions, repeats, overlap, here.size(), memory.marks(items), memory);
    }

    /** Feeds put the newest on top; versions must leave in the order in which they were made. */
    private static List<Item> oldestFirst(List<Item> items, Instant now) {
        return items.reversed().stream()
                .sorted(Comparator.comparing(
                        item -> item.updated().or(item::published).orElse(now)))
                .toList();
    }

    private static boolean younger(Item item, Instant limit) {
        return item.published().filter(limit::isBefore).isPresent();
    }

    private static Item identified(Item item, Mark mark) {
        return mark.first().isEmpty() || mark.first().equals(item.id()) ? item : item.identifiedAs(mark.first());
    }

    private static int most(int served) {
        return Math.clamp((long) DOCUMENTS_SEEN * served, LEAST_SEEN, MOST_SEEN);
    }
}
