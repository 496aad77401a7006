package org.wirebell.bench.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.wirebell.bench.FeedKind;
import org.wirebell.bench.FeedKind.Story;

/**
 * A feed that publishes a story at known moments: story {@code k} at {@code offset + k * rhythm} after the start, those
 * with negative numbers before it. It serves its newest {@link #WINDOW} stories.
 */
final class GoodFeed {
    /** Stories in the document. */
    static final int WINDOW = 20;
    /** No feed publishes faster than it can be seen: this many stories in two polls leave half of the window. */
    private static final int RHYTHMS = 7;

    private final int number;
    private final Instant start;
    private final FeedKind kind;
    private final long rhythm;
    private final long offset;
    private volatile long end = Long.MAX_VALUE;
    private final Map<Integer, String> entries = new ConcurrentHashMap<>();

    /** @param start of the run; moments are counted in milliseconds from it */
    GoodFeed(int number, Scenario scenario, Instant start) {
        this.number = number;
        this.start = start;
        this.kind = FeedKind.values()[number % FeedKind.values().length];
        this.rhythm = scenario.every().toMillis() * (3 + number % RHYTHMS) / 5;
        this.offset = rhythm * (number * 37L % 100) / 100;
    }

    /** What a story is called, unlike any of any feed. */
    private static String token(int feed, int story) {
        return "f" + feed + "s" + (story + WINDOW);
    }

    String contentType() {
        return kind.contentType();
    }

    /** Of its newest story. */
    int newest(long moment) {
        return (int) Math.floorDiv(Math.min(moment, end) - offset, rhythm);
    }

    long published(int story) {
        return offset + story * rhythm;
    }

    /** Publishes nothing after that moment. */
    void stop(long moment) {
        end = moment;
    }

    /** Every story that was to be seen by who came at that moment for the first time, and when it was published. */
    Map<String, Long> since(long moment) {
        var all = new HashMap<String, Long>();
        IntStream.rangeClosed(newest(moment) - WINDOW + 1, newest(Long.MAX_VALUE))
                .forEach(story -> all.put(token(number, story), published(story)));
        return all;
    }

    /** Changes whenever the document does. */
    String etag(int newest) {
        return "\"f" + number + "-" + newest + "\"";
    }

    String document(int newest) {
        var shown = new ArrayList<String>();
        for (int story = newest; story > newest - WINDOW; story--) {
            shown.add(entries.computeIfAbsent(story, this::entry));
        }
        entries.keySet().removeIf(story -> story <= newest - WINDOW);
        return kind.of(List.copyOf(shown));
    }

    private String entry(int story) {
        var published = start.plus(Duration.ofMillis(published(story)));
        var plain = Story.invented(number * 1_000 + story + WINDOW, published);
        var token = token(number, story);
        return kind.entry(new Story(token, plain.headline() + " " + token, plain.text() + " " + token, published));
    }
}
