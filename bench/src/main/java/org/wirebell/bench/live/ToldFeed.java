package org.wirebell.bench.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.wirebell.bench.FeedKind;
import org.wirebell.bench.FeedKind.Story;
import org.wirebell.bench.Hook;

/** A feed that shows its newest stories, each unlike all others of any feed, and has one more when it is told to. */
final class ToldFeed {
    static final FeedKind KIND = FeedKind.RSS_ARTICLE;

    private static final int WINDOW = 20;
    private static final int WORDS = 150;

    private final int number;
    /** Oldest first. */
    private final List<String> entries = new ArrayList<>();

    private int told;

    /**
     * @param start when the newest of its stories so far was published
     * @param pause between the stories so far
     */
    ToldFeed(int number, Instant start, Duration pause) {
        this.number = number;
        IntStream.range(0, WINDOW)
                .forEach(i -> tell("past" + number + "s" + i, start.minus(pause.multipliedBy(WINDOW - 1L - i))));
    }

    /** One story more; what it is called. */
    synchronized String tell(Instant now) {
        var token = "t" + number + "s" + told + "t";
        tell(token, now);
        return token;
    }

    private synchronized void tell(String token, Instant published) {
        var plain = Story.mixed((number * 1_000 + told) * 4, WORDS, published);
        told++;
        entries.add(KIND.entry(
                new Story(token, plain.headline() + ": " + Hook.WORDS + " " + token, plain.text(), published)));
    }

    synchronized Sheet sheet() {
        var shown = List.copyOf(entries.subList(entries.size() - WINDOW, entries.size()));
        return new Sheet("\"" + number + "-" + told + "\"", KIND.of(shown.reversed()));
    }

    /** What the feed shows, and what changes whenever it does. */
    record Sheet(String etag, String document) {}
}
