package org.wirebell.processor.cluster;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which texts were received in which hour, so that the old ones are found without a look at the others. Time is the latest receipt that was
 * noted, in whole seconds: it moves with the stream and never goes back. The span and the page written last are at hand, since each text
 * asks for both.
 */
final class Calendar {
    static final String SPAN = "span";
    /** A page is written again with each text that it takes. */
    private static final int PAGE = 16;
    /** Hours without any text are passed over so many at a time. */
    private static final int STEPS = 48;

    private final Shelf<Hour> hours;
    private final Duration window;
    private Optional<Hour> span = Optional.empty();
    /** Of which hour the page at hand is; none at first. */
    private String open = "";

    private Hour page = Hour.page(0, Bucket.EMPTY);

    Calendar(Shelf<Hour> hours, Duration window) {
        this.hours = hours;
        this.window = window;
    }

    /** Lets time move to a receipt, if that is later; says the moment before which texts are too old to be compared. */
    Instant moveTo(Instant at) {
        var now = at.truncatedTo(ChronoUnit.SECONDS).toEpochMilli();
        var before = span();
        var after = before.map(s -> Hour.span(s.oldest(), Math.max(s.newest(), now)))
                .orElseGet(() -> Hour.span(hour(at), now));
        if (!before.equals(Optional.of(after))) {
            span(after);
        }
        return limit(after);
    }

    /** Notes that a text is held. */
    void note(String handle, Instant at) {
        long hour = hour(at);
        var key = Long.toString(hour);
        var last = page(key);
        if (last.bucket().size() >= PAGE) {
            hours.put(key + "/" + last.full(), last);
            last = Hour.page(last.full() + 1, Bucket.EMPTY);
        }
        page(key, Hour.page(last.full(), last.bucket().with(handle, PAGE)));
        span().filter(span -> hour < span.oldest()).ifPresent(span -> span(Hour.span(hour, span.newest())));
    }

    /** Some texts of hours that are over, taken off the calendar; a text may be held anew under a later hour. */
    List<String> takeOver(int most) {
        var taken = new ArrayList<String>();
        var span = span().orElse(Hour.span(0, 0));
        long first = hour(limit(span));
        long oldest = span.oldest();
        for (int step = 0; step < STEPS && oldest < first && taken.size() < most; step++) {
            if (take(Long.toString(oldest), most, taken)) {
                oldest++;
            }
        }
        if (oldest != span.oldest()) {
            span(Hour.span(oldest, span.newest()));
        }
        return taken;
    }

    /** Whether nothing is left of that hour. */
    private boolean take(String key, int most, List<String> into) {
        var page = page(key);
        var bucket = page.bucket();
        for (var handle : bucket.handles()) {
            if (into.size() < most) {
                into.add(handle);
                bucket = bucket.without(handle);
            }
        }
        if (bucket.size() > 0) {
            page(key, Hour.page(page.full(), bucket));
            return false;
        }
        if (page.full() == 0) {
            hours.delete(key);
            open = "";
            return true;
        }
        var last = key + "/" + (page.full() - 1);
        page(key, Hour.page(page.full() - 1, hours.get(last).map(Hour::bucket).orElse(Bucket.EMPTY)));
        hours.delete(last);
        return false;
    }

    private Optional<Hour> span() {
        if (span.isEmpty()) {
            span = hours.get(SPAN);
        }
        return span;
    }

    private void span(Hour now) {
        hours.put(SPAN, now);
        span = Optional.of(now);
    }

    private Hour page(String key) {
        if (!key.equals(open)) {
            page = hours.get(key).orElse(Hour.page(0, Bucket.EMPTY));
            open = key;
        }
        return page;
    }

    private void page(String key, Hour now) {
        hours.put(key, now);
        open = key;
        page = now;
    }

    private Instant limit(Hour span) {
        return Instant.ofEpochMilli(span.newest()).minus(window);
    }

    private static long hour(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), Duration.ofHours(1).toSeconds());
    }
}
