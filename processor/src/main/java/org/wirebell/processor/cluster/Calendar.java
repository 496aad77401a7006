package org.wirebell.processor.cluster;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Which texts were received in which hour, so that the old ones are found without a look at the others. Time is the latest receipt that was
 * noted, in whole seconds: it moves with the stream and never goes back.
 */
final class Calendar {
    static final String SPAN = "span";
    /** A page is written again with each text that it takes. */
    private static final int PAGE = 16;
    /** Hours without any text are passed over so many at a time. */
    private static final int STEPS = 48;

    private final Shelf<Hour> hours;
    private final Duration window;

    Calendar(Shelf<Hour> hours, Duration window) {
        this.hours = hours;
        this.window = window;
    }

    /** Lets time move to a receipt, if that is later; says the moment before which texts are too old to be compared. */
    Instant moveTo(Instant at) {
        var now = at.truncatedTo(ChronoUnit.SECONDS).toEpochMilli();
        var before = hours.get(SPAN);
        var span = before.map(s -> Hour.span(s.oldest(), Math.max(s.newest(), now)))
                .orElseGet(() -> Hour.span(hour(at), now));
        if (before.isEmpty() || !before.get().equals(span)) {
            hours.put(SPAN, span);
        }
        return limit(span);
    }

    /** Notes that a text is held. */
    void note(String handle, Instant at) {
        long hour = hour(at);
        var key = Long.toString(hour);
        var page = hours.get(key).orElse(Hour.page(0, Bucket.EMPTY));
        if (page.bucket().size() >= PAGE) {
            hours.put(key + "/" + page.full(), page);
            page = Hour.page(page.full() + 1, Bucket.EMPTY);
        }
        hours.put(key, Hour.page(page.full(), page.bucket().with(handle, PAGE)));
        hours.get(SPAN)
                .filter(span -> hour < span.oldest())
                .ifPresent(span -> hours.put(SPAN, Hour.span(hour, span.newest())));
    }

    /** Some texts of hours that are over, taken off the calendar; a text may be held anew under a later hour. */
    List<String> takeOver(int most) {
        var taken = new ArrayList<String>();
        var span = hours.get(SPAN).orElse(Hour.span(0, 0));
        long first = hour(limit(span));
        long oldest = span.oldest();
        for (int step = 0; step < STEPS && oldest < first && taken.size() < most; step++) {
            if (take(Long.toString(oldest), most, taken)) {
                oldest++;
            }
        }
        if (oldest != span.oldest()) {
            hours.put(SPAN, Hour.span(oldest, span.newest()));
        }
        return taken;
    }

    /** Whether nothing is left of that hour. */
    private boolean take(String key, int most, List<String> into) {
        var page = hours.get(key).orElse(Hour.page(0, Bucket.EMPTY));
        var bucket = page.bucket();
        for (var handle : bucket.handles()) {
            if (into.size() < most) {
                into.add(handle);
                bucket = bucket.without(handle);
            }
        }
        if (bucket.size() > 0) {
            hours.put(key, Hour.page(page.full(), bucket));
            return false;
        }
        if (page.full() == 0) {
            hours.delete(key);
            return true;
        }
        var last = key + "/" + (page.full() - 1);
        hours.put(
                key,
                Hour.page(page.full() - 1, hours.get(last).map(Hour::bucket).orElse(Bucket.EMPTY)));
        hours.delete(last);
        return false;
    }

    private Instant limit(Hour span) {
        return Instant.ofEpochMilli(span.newest()).minus(window);
    }

    private static long hour(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), Duration.ofHours(1).toSeconds());
    }
}
