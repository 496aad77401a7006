package org.wirebell.ingest.due;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final String CONFIGURED = "configuredUrl";
    private static final String VALIDATORS_OF = "validatorsOf";

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

    /** A source that was never asked. */
    public static FeedState start(String source, String url) {
        return new FeedState(
                source,
                url,
                "",
                "",
                "",
                "",
                List.of(),
                "",
                "",
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(CONFIGURED, url));
    }

    /** The state that was kept, unless the operator gave the source another address: then only the marks stay. */
    public static FeedState resume(FeedState kept, String url) {
        if (url.equals(kept.more().get(CONFIGURED))) {
            return kept;
        }
        var start = start(kept.source(), url);
        return new FeedState(
                kept.source(),
                url,
                kept.title(),
                "",
                "",
                "",
                kept.seen(),
                "",
                "",
                0,
                kept.items(),
                kept.lastFetch(),
                kept.lastSuccess(),
                kept.newestItem(),
                Optional.empty(),
                start.more());
    }

    /** The address whose answer gave the validators; they mean nothing to another one. */
    public static String validatorsOf(FeedState state) {
        return state.more().getOrDefault(VALIDATORS_OF, "").toString();
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
                List.copyOf(fresh), versions, repeats, gap, answered(before, arrival, now, fresh, keep(seen, marks)));
    }

    /** An answer that holds nothing that was not there before. Empty validators leave those that are known. */
    public static FeedState unchanged(FeedState before, String etag, String lastModified, Instant now) {
        return new FeedState(
                before.source(),
                before.url(),
                before.title(),
                etag.isEmpty() ? before.etag() : etag,
                lastModified.isEmpty() ? before.lastModified() : lastModified,
                before.bodyHash(),
                before.seen(),
                "not_modified",
                "",
                0,
                before.items(),
                Optional.of(now),
                Optional.of(now),
                before.newestItem(),
                before.nextDue(),
                before.more());
    }

    /** No usable answer. The body hash of an unreadable document is kept, so that it is complained of once. */
    public static FeedState failed(FeedState before, Why why, String detail, String bodyHash, Instant now) {
        int failures = why == Why.WAITING ? before.failures() : before.failures() + 1;
        return new FeedState(
                before.source(),
                before.url(),
                before.title(),
                before.etag(),
                before.lastModified(),
                bodyHash.isEmpty() ? before.bodyHash() : bodyHash,
                before.seen(),
                why.word(),
                detail,
                failures,
                before.items(),
                Optional.of(now),
                before.lastSuccess(),
                before.newestItem(),
                before.nextDue(),
                before.more());
    }

    /** The same state, with the time of the next poll. */
    public static FeedState due(FeedState state, Instant next) {
        return new FeedState(
                state.source(),
                state.url(),
                state.title(),
                state.etag(),
                state.lastModified(),
                state.bodyHash(),
                state.seen(),
                state.outcome(),
                state.detail(),
                state.failures(),
                state.items(),
                state.lastFetch(),
                state.lastSuccess(),
                state.newestItem(),
                Optional.of(next),
                state.more());
    }

    private static FeedState answered(
            FeedState before, Arrival arrival, Instant now, List<Item> fresh, List<String> seen) {
        return new FeedState(
                before.source(),
                arrival.url(),
                arrival.title().isEmpty() ? before.title() : arrival.title(),
                arrival.etag(),
                arrival.lastModified(),
                arrival.bodyHash(),
                seen,
                "ok",
                "",
                0,
                before.items() + fresh.size(),
                Optional.of(now),
                Optional.of(now),
                newest(before, fresh, now),
                before.nextDue(),
                more(before, arrival));
    }

    private static Map<String, Object> more(FeedState before, Arrival arrival) {
        var more = new HashMap<>(before.more());
        more.putIfAbsent(CONFIGURED, before.url());
        more.put(VALIDATORS_OF, arrival.validatorsOf());
        return more;
    }

    /** The newest time that an item names; a clock that runs ahead does not count. */
    private static Optional<Instant> newest(FeedState before, List<Item> fresh, Instant now) {
        var times = new ArrayList<Instant>();
        before.newestItem().ifPresent(times::add);
        for (var item : fresh) {
            item.updated().or(item::published).filter(time -> !time.isAfter(now)).ifPresent(times::add);
        }
        return times.stream().max(Comparator.naturalOrder());
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
