package org.wirebell.ingest.due;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.wirebell.model.FeedState;
import org.wirebell.model.Ids;
import org.wirebell.model.Item;

/**
 * Moves the state of a source on, one answer at a time: which items are new, and what is to be remembered. The state that
 * comes out may be kept only after all its new items are safe.
 */
public final class Cursor {
    /** No more marks than this are kept of one source, however long its documents are: 250 kB of state. */
    static final int MOST_SEEN = 10_000;
    /** At least this many: short feeds that rotate their items bring old ones back. */
    static final int LEAST_SEEN = 200;
    /** And so many times the length of the last document. */
    private static final int DOCUMENTS_SEEN = 4;
    /** 60 bits of a hash tell 10,000 items apart. */
    private static final int MARK = 12;

    private Cursor() {}

    /**
     * What an answer changes.
     *
     * @param fresh items not seen before in this wording, oldest first, stamped with their arrival
     * @param versions how many of them are new wordings of an item that was seen
     * @param repeats items that were seen
     * @param gap nothing of the answer was seen before: items may have passed between two polls
     */
    public record Step(List<Item> fresh, int versions, int repeats, boolean gap, FeedState next) {
        public int news() {
            return fresh.size() - versions;
        }
    }

    /**
     * An answer with items. On the first one of a source, all items are back-fill but those published within
     * {@code backfillOlderThan}.
     */
    public static Step advance(FeedState before, Arrival arrival, Instant now, Duration backfillOlderThan) {
        var first = before.lastSuccess().isEmpty();
        var seen = new LinkedHashSet<>(before.seen());
        var families = new HashMap<String, Boolean>(); // family to "was here before this answer"
        seen.forEach(mark -> families.put(familyOf(mark), true));
        var marks = new LinkedHashSet<String>();
        var fresh = new ArrayList<Item>();
        int versions = 0;
        int repeats = 0;
        boolean overlap = false;
        for (var item : oldestFirst(arrival.items(), now)) {
            var mark = mark(item);
            if (seen.contains(mark) || !marks.add(mark)) {
                overlap |= seen.contains(mark);
                marks.add(mark);
                repeats++;
                continue;
            }
            if (families.putIfAbsent(familyOf(mark), false) != null) {
                versions++;
                overlap = true;
            }
            fresh.add(item.arrived(now, first && !younger(item, now.minus(backfillOlderThan))));
        }
        var gap = !before.seen().isEmpty() && !overlap && !fresh.isEmpty();
        return new Step(
                List.copyOf(fresh),
                versions,
                repeats,
                gap,
                Standing.answered(before, arrival, now, fresh, keep(seen, marks)));
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

    private static List<String> keep(LinkedHashSet<String> seen, LinkedHashSet<String> marks) {
        seen.removeAll(marks); // so that what is still served counts as newest
        seen.addAll(marks);
        int most = Math.clamp((long) DOCUMENTS_SEEN * marks.size(), LEAST_SEEN, MOST_SEEN);
        return seen.stream().skip(Math.max(0, seen.size() - most)).toList();
    }

    /** Family and wording of an item, each as the start of its hash. */
    static String mark(Item item) {
        return brief(item.family()) + '.' + brief(item.contentHash());
    }

    private static String familyOf(String mark) {
        return mark.substring(0, Math.min(MARK, mark.length()));
    }

    private static String brief(String text) {
        return Ids.id(text).substring(0, MARK);
    }
}
