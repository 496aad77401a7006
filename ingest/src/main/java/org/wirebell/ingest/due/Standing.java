package org.wirebell.ingest.due;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.FeedState;
import org.wirebell.model.Item;

/** Where a source stands after each thing that may happen to it. */
public final class Standing {
    private static final String CONFIGURED = "configuredUrl";
    private static final String VALIDATORS_OF = "validatorsOf";
    private static final String TTL = "ttl";

    private Standing() {}

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

    /** How long the feed last asked to wait, which holds for a "not modified" too; zero when it did not say. */
    public static Duration ttl(FeedState state) {
        return Duration.parse(state.more().getOrDefault(TTL, Duration.ZERO).toString());
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

    /** No usable answer. The mark of an unreadable document is kept, so that it is complained of once. */
    public static FeedState failed(FeedState before, Why why, String detail, String unreadable, Instant now) {
        var mark = unreadable.isEmpty() ? before.bodyHash() : unreadable;
        int failures = why == Why.WAITING ? before.failures() : before.failures() + 1;
        return said(before, mark, why.word(), detail, failures, Optional.of(now), before.nextDue());
    }

    /** Items wait for the broker. For people only: never to be resumed from. */
    public static FeedState waiting(FeedState before, String detail) {
        return said(
                before, before.bodyHash(), "unsent", detail, before.failures(), before.lastFetch(), before.nextDue());
    }

    /** The same, with the time of the next poll. */
    public static FeedState due(FeedState state, Instant next) {
        return said(
                state,
                state.bodyHash(),
                state.outcome(),
                state.detail(),
                state.failures(),
                state.lastFetch(),
                Optional.of(next));
    }

    private static FeedState said(
            FeedState before,
            String bodyHash,
            String outcome,
            String detail,
            int failures,
            Optional<Instant> lastFetch,
            Optional<Instant> nextDue) {
        return new FeedState(
                before.source(),
                before.url(),
                before.title(),
                before.etag(),
                before.lastModified(),
                bodyHash,
                before.seen(),
                outcome,
                detail,
                failures,
                before.items(),
                lastFetch,
                before.lastSuccess(),
                before.newestItem(),
                nextDue,
                before.more());
    }

    /** A document came by itself, dropped or pushed, and its items were taken. */
    public static FeedState took(FeedState before, List<Item> items, Instant now) {
        return answered(
                before, new Arrival(items, "", before.url(), "", "", "", "", Duration.ZERO), now, items, List.of());
    }

    /** An answer with items, of which these were new. */
    static FeedState answered(FeedState before, Arrival arrival, Instant now, List<Item> fresh, List<String> seen) {
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
        more.put(TTL, arrival.ttl().toString());
        return more;
    }

    /** The newest time that an item names; a clock that runs ahead does not count. */
    private static Optional<Instant> newest(FeedState before, List<Item> fresh, Instant now) {
        var times = new ArrayList<Instant>();
        before.newestItem().ifPresent(times::add);
        for (var item : fresh) {
            item.updated()
                    .or(item::published)
                    .filter(time -> !time.isAfter(now))
                    .ifPresent(times::add);
        }
        return times.stream().max(Comparator.naturalOrder());
    }
}
