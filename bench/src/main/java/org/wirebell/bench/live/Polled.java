package org.wirebell.bench.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wirebell.app.Main;
import org.wirebell.bench.Hook;
import org.wirebell.bench.Loop;
import org.wirebell.bench.poll.Child;

/**
 * How long an item of a polled feed takes from its publication to a receiver, and how many requests that costs: one {@code wirebell up} that
 * asks each feed every minute, beside one that learns how often each is worth asking, and one whose feeds are told of by a WebSub hub. All
 * have feeds that show the same: one in six is an active wire with an item each half minute in the mean, at random, the others are quiet. Exit
 * code 1 when one of the latter two takes longer than {@link #GOAL} in the median, or more requests than the first. Arguments: feeds (100),
 * minutes that count (8).
 */
public final class Polled {
    private static final int ACTIVE = 6;
    private static final Duration BUSY = Duration.ofSeconds(30);
    private static final Duration QUIET = Duration.ofHours(6);
    /** Not counted: starts, compilers, and the first looks. */
    private static final Duration LEAD = Duration.ofMinutes(3);
    /** The longest interval, its jitter, and the way to the receiver. */
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    private static final Duration GOAL = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Pattern TOKEN = Pattern.compile("t\\d+s\\d+t");

    private Polled() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int feeds = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        int minutes = args.length > 1 ? Integer.parseInt(args[1]) : 8;
        boolean good;
        try (var fixed = Side.start(
                        "each every minute", feeds, "{every: PT1M, fastest: PT1M, slowest: PT1M}", Optional.empty());
                var learned = Side.start(
                        "learned, 15 seconds to 15 minutes",
                        feeds,
                        "{every: PT1M, fastest: PT15S, slowest: PT15M}",
                        Optional.empty());
                var pushed =
                        Side.start("with a hub, defaults otherwise", feeds, "{every: PT1M}", Optional.of(Hub.open()))) {
            var sides = List.of(fixed, learned, pushed);
            tell(sides, LEAD);
            sides.forEach(side -> side.told().clear());
            var before = sides.stream().map(Side::asked).toList();
            tell(sides, Duration.ofMinutes(minutes));
            var requests = IntStream.range(0, sides.size())
                    .mapToObj(i -> (double) (sides.get(i).asked() - before.get(i)) / minutes)
                    .toList();
            Thread.sleep(PATIENCE);
            var medians = new ArrayList<Double>();
            for (int i = 0; i < sides.size(); i++) {
                medians.add(sides.get(i).report(requests.get(i)));
            }
            good = IntStream.range(1, sides.size())
                    .allMatch(i -> medians.get(i) <= GOAL.toSeconds() && requests.get(i) <= requests.getFirst());
        }
        System.exit(good ? 0 : 1);
    }

    /** Items of the active feeds for so long, at the same moments on each side. */
    private static void tell(List<Side> sides, Duration length) throws InterruptedException {
        var dice = new Random(length.toSeconds());
        var due = new TreeMap<Long, Integer>();
        var active = sides.getFirst().active();
        for (int feed : active) {
            double at = 0;
            while (at < length.toNanos()) {
                at -= Math.log(1 - dice.nextDouble()) * BUSY.toNanos();
                due.put((long) at, feed);
            }
        }
        long start = System.nanoTime();
        while (System.nanoTime() - start < length.toNanos()) {
            Thread.sleep(LOOK);
            while (!due.isEmpty() && due.firstKey() <= System.nanoTime() - start) {
                int feed = due.pollFirstEntry().getValue();
                sides.forEach(side -> side.tell(feed));
            }
        }
    }

    /** One process, its feeds, its receiver, and the hub of its feeds where they have one. */
    private record Side(
            String name,
            Path folder,
            List<ToldFeed> feeds,
            Publishers publishers,
            Hook hook,
            Optional<Hub> hub,
            Child up,
            Map<String, Long> told)
            implements AutoCloseable {
        static Side start(String name, int count, String pace, Optional<Hub> hub) throws IOException {
            var folder = Files.createTempDirectory("wirebell-polled-");
            var start = Instant.now();
            var feeds = IntStream.range(0, count)
                    .mapToObj(i -> new ToldFeed(i, start, i % ACTIVE == 0 ? BUSY : QUIET))
                    .toList();
            long zero = System.nanoTime();
            var publishers = new Publishers(
                    IntStream.range(0, count)
                            .<Host>mapToObj(i -> new Host.Told(
                                    feeds.get(i),
                                    hub.map(of -> of.link(i)).stream().toList()))
                            .toList(),
                    () -> (System.nanoTime() - zero) / 1_000_000);
            var hook = Hook.open(TOKEN);
            var config = Files.writeString(
                    folder.resolve("wirebell.yaml"),
                    config(folder, pace, hub.isPresent(), publishers.addresses()) + hook.config(folder, false));
            var up = Child.java(folder.resolve("log"), Child.ROLE, Main.class, "up", "--config", config.toString());
            return new Side(name, folder, feeds, publishers, hook, hub, up, new HashMap<>());
        }

        private static String config(Path folder, String pace, boolean hub, List<String> addresses) throws IOException {
            var door = hub ? door(folder) : "";
            var sources = IntStream.range(0, addresses.size())
                    .mapToObj(i -> "    feed-%d: {url: \"%s\"}".formatted(i, addresses.get(i)))
                    .collect(Collectors.joining("\n"));
            return """
                    kafka: {embedded: {folder: "%s/kafka", port: 0}, partitions: 2}
                    ingest:
                      allow-private-feeds: true
                      pace: %s
                    %s  sources:
                    %s
                    """.formatted(folder, pace, door, sources);
        }

        /** Where the hub reaches it. */
        private static String door(Path folder) throws IOException {
            var secret = Files.writeString(folder.resolve("hub"), "of one run of a benchmark");
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return """
                          push: {host: 127.0.0.1, port: %1$d}
                          websub: {callback: "http://127.0.0.1:%1$d", secret-file: "%2$s"}
                        """.formatted(free.getLocalPort(), secret);
            }
        }

        List<Integer> active() {
            return IntStream.range(0, feeds.size())
                    .filter(i -> i % ACTIVE == 0)
                    .boxed()
                    .toList();
        }

        void tell(int feed) {
            told.put(feeds.get(feed).tell(Instant.now()), System.nanoTime());
            hub.ifPresent(of -> of.deliver(feed, feeds.get(feed).sheet().document(), ToldFeed.KIND.contentType()));
        }

        /** How often its feeds were asked so far. */
        int asked() {
            return publishers.book().visits().size();
        }

        /**
         * Tells how long items took.
         *
         * @param requests a minute
         * @return seconds, in the median
         */
        double report(double requests) throws IOException {
            if (!up.isAlive()) {
                throw new IOException(name + ": wirebell up has ended");
            }
            var delays = told.entrySet().stream()
                    .filter(item -> hook.heard().containsKey(item.getKey()))
                    .map(item -> (hook.heard().getOrDefault(item.getKey(), 0L) - item.getValue()) / 1e9)
                    .sorted()
                    .toList();
            double middle = Loop.at(delays, 0.5);
            System.out.printf(
                    Locale.ROOT,
                    "%-34s p50 %6.2f s  p90 %6.2f s  p99 %6.2f s  %d of %d items  %.1f requests a minute for %d feeds%s%n",
                    name,
                    middle,
                    Loop.at(delays, 0.9),
                    Loop.at(delays, 0.99),
                    delays.size(),
                    told.size(),
                    requests,
                    feeds.size(),
                    hub.map(of -> ", %d subscribed to, %d deliveries taken".formatted(of.subscribed(), of.taken()))
                            .orElse(""));
            return middle;
        }

        @Override
        public void close() throws IOException {
            up.close();
            publishers.close();
            hook.close();
            hub.ifPresent(Hub::close);
            Loop.delete(folder);
        }
    }
}
