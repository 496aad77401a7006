package org.wirebell.ingest.due;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
    private static final String TWIN = "sameAddressAs";
    private static final String RETRY_AT = "retryAt";
    private static final String RETRY_OF = "retryOf";
    private static final String LAST_ERROR = "lastError";
    private static final String HEAD = "head";
    private static final List<String> LEARNED = List.of("rhythm", "sequences");
    /** Names a few of the missing numbers; all of them are counted. */
    private static final int MOST_NAMED = 5;

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

    /** The state that was kept, unless the operator gave the source another address: then only marks and habits stay. */
    public static FeedState resume(FeedState kept, String url) {
        if (url.equals(kept.more().get(CONFIGURED))) {
            return kept;
        }
        var next = new NextState(start(kept.source(), url));
        next.title = kept.title();
        next.seen = kept.seen();
        next.items = kept.items();
        next.lastFetch = kept.lastFetch();
        next.lastSuccess = kept.lastSuccess();
        next.newestItem = kept.newestItem();
        for (var learned : LEARNED) {
            if (kept.more().containsKey(learned)) {
                next.more.put(learned, kept.more().get(learned));
            }
        }
        return next.done();
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
        var next = new NextState(before);
        next.etag = etag.isEmpty() ? before.etag() : etag;
        next.lastModified = lastModified.isEmpty() ? before.lastModified() : lastModified;
        next.outcome = "not_modified";
        before.lastSuccess()
                .ifPresent(last -> Rhythm.of(before.more())
                        .turned(Duration.between(last, now), 0, 0)
                        .write(next.more));
        answered(next, now);
        return next.done();
    }

    private static void answered(NextState next, Instant now) {
        next.detail = "";
        next.failures = 0;
        next.lastFetch = Optional.of(now);
        next.lastSuccess = Optional.of(now);
        next.more.remove(RETRY_AT);
        next.more.remove(RETRY_OF);
    }

    /** No usable answer. The mark of an unreadable document is kept, so that it is complained of once. */
    public static FeedState failed(FeedState before, Why why, String detail, String unreadable, Instant now) {
        var next = new NextState(before);
        next.bodyHash = unreadable.isEmpty() ? before.bodyHash() : unreadable;
        next.outcome = why.word();
        next.detail = detail;
        next.failures = why == Why.WAITING ? before.failures() : before.failures() + 1;
        next.lastFetch = Optional.of(now);
        if (why != Why.WAITING) {
            var error = new HashMap<String, Object>(Map.of("at", now.toString(), "why", why.word(), "detail", detail));
            error.values().removeIf(""::equals); // as JSON has it
            next.more.put(LAST_ERROR, Map.copyOf(error));
        }
        return next.done();
    }

    /** The same, with the first bytes of what came with its last error ({@link RawHead}); they stay when the source has recovered. */
    public static FeedState headed(FeedState state, String head) {
        if (head.isEmpty() || !(state.more().get(LAST_ERROR) instanceof Map<?, ?> error)) {
            return state;
        }
        var next = new NextState(state);
        var more = new HashMap<Object, Object>(error);
        more.put(HEAD, head);
        next.more.put(LAST_ERROR, Map.copyOf(more));
        return next.done();
    }

    /** Who asked to be left alone, and until when. */
    public record Promise(String url, Instant until) {}

    /** The same, with what was promised to the server at that address: a restart must not break it. */
    public static FeedState promised(FeedState state, Promise promise) {
        var next = new NextState(state);
        next.more.put(RETRY_OF, promise.url());
        next.more.put(RETRY_AT, promise.until().toString());
        return next.done();
    }

    public static Optional<Promise> promise(FeedState state) {
        return Optional.ofNullable(state.more().get(RETRY_AT))
                .map(until -> new Promise(
                        state.more().getOrDefault(RETRY_OF, state.url()).toString(), Instant.parse(until.toString())));
    }

    /** The address of a source as it is compared: without scheme and trailing slash. */
    public static String address(FeedState state) {
        return Mark.plain(state.url());
    }

    /** The same, with the name of the source among the others that has come to the same address, if there is one. */
    public static FeedState twin(FeedState state, Collection<FeedState> others) {
        var next = new NextState(state);
        next.more.remove(TWIN);
        others.stream()
                .filter(other -> !other.source().equals(state.source()))
                .filter(other -> address(other).equals(address(state)))
                .findFirst()
                .ifPresent(other -> next.more.put(TWIN, other.source()));
        return next.done();
    }

    static String twin(FeedState state) {
        return state.more().getOrDefault(TWIN, "").toString();
    }

    /** Items wait for the broker. For people only: never to be resumed from. */
    public static FeedState waiting(FeedState before, String detail) {
        var next = new NextState(before);
        next.outcome = "unsent";
        next.detail = detail;
        return next.done();
    }

    /** The same, with the time of the next poll. */
    public static FeedState due(FeedState state, Instant due) {
        var next = new NextState(state);
        next.nextDue = Optional.of(due);
        return next.done();
    }

    /** The same, with a note that another package keeps there. */
    public static FeedState noted(FeedState state, String name, Map<String, String> note) {
        var next = new NextState(state);
        next.more.put(name, note);
        return next.done();
    }

    /** The same, without such a note. */
    public static FeedState unnoted(FeedState state, String name) {
        var next = new NextState(state);
        next.more.remove(name);
        return next.done();
    }

    /** The same, to be asked as if for the first time: the answer will be whole. */
    public static FeedState unvalidated(FeedState state) {
        var next = new NextState(state);
        next.etag = "";
        next.lastModified = "";
        next.bodyHash = "";
        return next.done();
    }

    /** Items came by themselves between two polls; what polling knows of the source stays as it is. */
    static FeedState pushed(FeedState before, List<Item> fresh, List<String> seen, Instant now) {
        var next = new NextState(before);
        next.seen = seen;
        next.items += fresh.size();
        next.newestItem = newest(next.newestItem, fresh, now);
        next.lastSuccess = Optional.of(now);
        Rhythm.of(next.more).heard(fresh, now).write(next.more);
        return next.done();
    }

    /** A document came by itself, dropped or pushed, and its items were taken. */
    public static FeedState took(FeedState before, List<Item> items, Instant now) {
        var next = new NextState(before);
        next.etag = "";
        next.lastModified = "";
        next.bodyHash = "";
        next.seen = List.of();
        taken(next, items, now);
        var unused = numbered(next, items, now);
        return next.done();
    }

    /** The same, with other marks of what was seen, and these among the notes that a restart resumes from. */
    public static FeedState noted(FeedState state, List<String> seen, Map<String, Object> notes) {
        var next = new NextState(state);
        next.seen = seen;
        next.more.putAll(notes);
        return next.done();
    }

    /**
     * An answer with items, of which these were new.
     *
     * @param known how many of its items were not
     * @param gap nothing of it was seen before
     */
    static FeedState answered(
            FeedState before,
            Arrival arrival,
            Instant now,
            List<Item> fresh,
            int known,
            boolean gap,
            List<String> seen) {
        var next = new NextState(before);
        next.url = arrival.url();
        next.title = arrival.title().isEmpty() ? before.title() : arrival.title();
        next.etag = arrival.etag();
        next.lastModified = arrival.lastModified();
        next.bodyHash = arrival.bodyHash();
        next.seen = seen;
        next.more.putIfAbsent(CONFIGURED, before.url());
        next.more.put(VALIDATORS_OF, arrival.validatorsOf());
        next.more.put(TTL, arrival.ttl().toString());
        arrival.rest().write(next.more);
        taken(next, fresh, now);
        if (gap) {
            passed(next, 0, "nothing in common with the answer before: items may have passed unseen", now);
        }
        var overflowed = numbered(next, fresh, now) || gap;
        before.lastSuccess()
                .ifPresent(last -> Rhythm.of(next.more)
                        .turned(Duration.between(last, now), fresh.size(), fresh.size() + (overflowed ? 0 : known))
                        .write(next.more));
        return next.done();
    }

    private static void taken(NextState next, List<Item> fresh, Instant now) {
        next.outcome = "ok";
        next.items += fresh.size();
        next.newestItem = newest(next.newestItem, fresh, now);
        answered(next, now);
        Rhythm.of(next.more).heard(fresh, now).write(next.more);
    }

    /** Whether numbers of the provider's count are missing. */
    private static boolean numbered(NextState next, List<Item> fresh, Instant now) {
        var step = Sequences.of(next.more).heard(fresh, now);
        step.next().write(next.more);
        if (step.count() > 0) {
            var named = String.join(
                    ", ",
                    step.lost().subList(0, Math.min(MOST_NAMED, step.lost().size())));
            var others = step.lost().size() > MOST_NAMED ? " and others" : "";
            passed(next, step.count(), "numbers did not come: " + named + others, now);
        }
        return step.count() > 0;
    }

    private static void passed(NextState next, long missing, String why, Instant now) {
        Passed.of(next.more).by(missing, why, now).write(next.more);
    }

    /** The newest time that an item names; a clock that runs ahead does not count. */
    private static Optional<Instant> newest(Optional<Instant> before, List<Item> fresh, Instant now) {
        var times = new ArrayList<Instant>();
        before.ifPresent(times::add);
        for (var item : fresh) {
            item.updated()
                    .or(item::published)
                    .filter(time -> !time.isAfter(now))
                    .ifPresent(times::add);
        }
        return times.stream().max(Comparator.naturalOrder());
    }
}
