package org.wirebell.bench.live;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wirebell.app.AppConfig;
import org.wirebell.app.broker.EmbeddedBroker;
import org.wirebell.app.broker.TopicSetup;
import org.wirebell.app.config.ConfigFile;
import org.wirebell.app.config.Loaded;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;
import org.wirebell.model.Topics;

/**
 * One run of a scenario through the ingest role and an embedded broker.
 *
 * @param published every story that a good feed showed since it was first asked, and the moment when it was published
 * @param seen the moments at which a reader of the {@code items} topic met each story
 * @param book what the hosts were asked
 * @param load what it cost this process, publishers and broker included
 */
record Run(Scenario scenario, Map<String, Long> published, Map<String, List<Long>> seen, Visit.Book book, Load load) {
    private static final int PARTITIONS = 3;
    private static final Duration LOOK = Duration.ofMillis(100);
    /** Late is not lost: only what has not come so long after it was late is. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Run of(Scenario scenario) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("wirebell-live-");
        try (var broker = EmbeddedBroker.start(folder, 0)) {
            var config = """
                    kafka: {bootstrap: "%s", prefix: live., partitions: %d}
                    operations: {port: 0}
                    """.formatted(broker.bootstrap(), PARTITIONS);
            var topics = new Topics("live.");
            var kafka = Map.<String, Object>of("bootstrap.servers", broker.bootstrap());
            TopicSetup.create(kafka, topics, PARTITIONS, Optional.empty());
            return on(scenario, config, kafka, topics);
        } finally {
            delete(folder);
        }
    }

    private static Run on(Scenario scenario, String config, Map<String, Object> kafka, Topics topics)
            throws IOException, InterruptedException {
        var start = Instant.now();
        long zero = System.nanoTime();
        LongSupplier clock = () -> (System.nanoTime() - zero) / 1_000_000;
        var feeds = new HashMap<Integer, GoodFeed>();
        var hosts = hosts(scenario, start, feeds);
        try (var load = Load.watch();
                var publishers = new Publishers(hosts, clock);
                var reader = ItemsReader.follow(kafka, topics, clock);
                var quiet = new PrintStream(PrintStream.nullOutputStream());
                var _ = Station.start(
                        read(config + sources(scenario, publishers)),
                        EnumSet.of(Role.INGEST),
                        InstantSource.system(),
                        quiet)) {
            long end = clock.getAsLong() + scenario.length().toMillis(); // starting up is not timed
            feeds.values().forEach(feed -> feed.stop(end));
            var published = new HashMap<String, Long>();
            long last = end + scenario.latest().plus(PATIENCE).toMillis();
            while (clock.getAsLong() < end
                    || clock.getAsLong() < last && !reader.seen().keySet().containsAll(published.keySet())) {
                Thread.sleep(LOOK);
                var first = publishers.book().first();
                feeds.forEach((number, feed) -> published.putAll(feed.since(first.getOrDefault(number, end))));
            }
            return new Run(scenario, published, reader.seen(), publishers.book(), load.load());
        }
    }

    /** Hostile ones stand evenly among the good, each at its number. */
    private static List<Host> hosts(Scenario scenario, Instant start, Map<Integer, GoodFeed> feeds) {
        var manners = Hostile.values();
        var hosts = new ArrayList<Host>();
        int hostile = 0;
        for (int number = 0; number < scenario.feeds(); number++) {
            if (Scenario.isHostile(number, scenario.feeds(), scenario.hostile())) {
                hosts.add(new Host.Bad(manners[hostile++ % manners.length], start));
            } else {
                feeds.put(number, new GoodFeed(number, scenario, start));
                hosts.add(new Host.Good(number, feeds.get(number), start));
            }
        }
        return hosts;
    }

    private static String sources(Scenario scenario, Publishers publishers) {
        var head = """
                ingest:
                  allow-private-feeds: true
                  limits: {deadline: %s}
                  pace: {every: %s, floor: PT0.1S, ceiling: %2$s, patience: PT0S}
                  sources:
                """.formatted(scenario.deadline(), scenario.every());
        return IntStream.range(0, scenario.feeds())
                .mapToObj(number -> "    %s: {url: \"%s\", every: %s}%n"
                        .formatted(Scenario.id(number), publishers.addresses().get(number), scenario.every()))
                .collect(Collectors.joining("", head, ""));
    }

    private static AppConfig read(String yaml) {
        return switch (ConfigFile.read("live", yaml, AppConfig.class)) {
            case Loaded.Good<AppConfig>(var config) -> config;
            case Loaded.Bad<AppConfig>(var complaints) -> throw new IllegalStateException(complaints.toString());
        };
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
