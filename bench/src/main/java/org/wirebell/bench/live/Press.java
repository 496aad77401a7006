package org.wirebell.bench.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Feeds on this machine, each at an address of its own, which change when they are told to and answer "not modified"
 * when they have not. Their load is that of {@link PrintedFeed}. Whoever measures decides when there is news, so that
 * each poll finds exactly as much of it as the claim says.
 */
public final class Press implements AutoCloseable {
    private final List<PrintedFeed> feeds;
    private final Publishers publishers;

    private Press(List<PrintedFeed> feeds, Publishers publishers) {
        this.feeds = feeds;
        this.publishers = publishers;
    }

    /** Feeds that had a story a minute so far. */
    public static Press open(int count) throws IOException {
        return open(count, _ -> Duration.ofMinutes(1));
    }

    /** @param pauses the time between two stories of a feed so far, by its number */
    public static Press open(int count, IntFunction<Duration> pauses) throws IOException {
        var start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var feeds = IntStream.range(0, count)
                .mapToObj(number -> new PrintedFeed(number, start, pauses.apply(number)))
                .toList();
        long zero = System.nanoTime();
        var hosts = feeds.stream().<Host>map(Host.Printed::new).toList();
        return new Press(feeds, new Publishers(hosts, () -> (System.nanoTime() - zero) / 1_000_000));
    }

    /** Of the feeds. */
    public List<String> addresses() {
        return publishers.addresses();
    }

    /** What each feed shows now. */
    public List<byte[]> documents() {
        return feeds.stream()
                .map(feed -> feed.document(feed.edition()).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** All stories that are shown now. */
    public int stories() {
        return feeds.stream().mapToInt(PrintedFeed::shown).sum();
    }

    /** One new story in each feed. */
    public void print() {
        feeds.forEach(PrintedFeed::print);
        feeds.forEach(feed -> feed.document(feed.edition())); // now, so that nobody waits for it
    }

    /** One new story in one feed. */
    public void print(int feed) {
        feeds.get(feed).print();
    }

    /** How often the feed that was asked least was asked. */
    public long rounds() {
        return feeds.stream().mapToLong(PrintedFeed::answers).min().orElse(0);
    }

    @Override
    public void close() throws IOException {
        publishers.close();
    }
}
