package org.wirebell.app.station;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wirebell.alerts.decide.Backtest;
import org.wirebell.alerts.decide.Happening;
import org.wirebell.alerts.edge.Delivery;
import org.wirebell.alerts.edge.TestFire;
import org.wirebell.app.AppConfig;
import org.wirebell.app.broker.Scan;
import org.wirebell.app.config.ConfigFile;
import org.wirebell.desk.api.Ports;
import org.wirebell.ingest.read.Opml;
import org.wirebell.model.Topics;

/** What the desk asks of rooms that it does not see. */
final class DeskPorts {
    private static final Duration BACK = Duration.ofDays(1);
    private static final int EXAMPLES = 10;
    /** A trial keeps all that it looks at in memory. */
    private static final int MOST = 20_000;

    private final AppConfig config;
    private final Map<String, Object> kafka;
    private final Topics topics;
    private final InstantSource clock;
    private final PrintStream console;

    DeskPorts(AppConfig config, Map<String, Object> kafka, Topics topics, InstantSource clock, PrintStream console) {
        this.config = config;
        this.kafka = kafka;
        this.topics = topics;
        this.clock = clock;
        this.console = console;
    }

    Ports ports() {
        return new Ports(this::check, this::attempt, new Drill(), this::opml);
    }

    private String opml() {
        var feeds = new TreeMap<>(config.ingest().sources())
                .entrySet().stream()
                        .map(source -> new Opml.Entry(
                                source.getValue().name().orElse(source.getKey()),
                                source.getValue().url().toString(),
                                List.of()))
                        .toList();
        return Opml.write("Wirebell", feeds);
    }

    private final class Drill implements Ports.Drill {
        @Override
        public List<String> receivers() {
            return config.alerts().receivers().names().stream().sorted().toList();
        }

        @Override
        public Outcome send(String receiver) throws InterruptedException {
            var alerts = config.alerts();
            var delivery = new TestFire(alerts.delivery(), alerts.receivers(), clock, console).send(receiver);
            return new Outcome(delivery instanceof Delivery.Sent, delivery.toString());
        }
    }

    private Ports.RuleChecker.Checked check(String text) {
        var rule = ConfigFile.rule(text);
        config.alerts().check(rule);
        return new Ports.RuleChecker.Checked(rule.id(), rule.title(), rule.deskName());
    }

    /**
     * What a rule would have told, at a desk that is awake.
     *
     * @param told how many notices, the first of which are {@code examples}
     * @param whole all that was recorded since {@code from} was looked at
     */
    private record Tried(
            Instant from,
            boolean whole,
            long items,
            long told,
            Map<LocalDate, Long> fires,
            Map<String, Long> suppressed,
            List<Backtest.Line> examples) {}

    /** One at a time: it reads a day from Kafka. */
    private synchronized Object attempt(String text) {
        var rule = ConfigFile.rule(text);
        config.alerts().check(rule);
        var from = clock.instant().minus(BACK);
        var news = recorded(from);
        var examples = new ArrayList<Backtest.Line>();
        var summary = Backtest.run(
                List.of(rule), news.stream().limit(MOST).map(Recorded::news).iterator(), line -> {
                    if (examples.size() < EXAMPLES) {
                        examples.add(line);
                    }
                });
        var fault = summary.broken().get(rule.id());
        if (fault != null) {
            throw new IllegalArgumentException(fault);
        }
        return new Tried(
                from,
                news.size() <= MOST,
                summary.happenings(),
                summary.notices(),
                summary.fires().getOrDefault(rule.id(), Map.of()),
                summary.suppressed().getOrDefault(rule.id(), Map.of()),
                examples);
    }

    private record Recorded(long at, Happening news) {}

    /** By the time of receipt; an item before what it changes. */
    private List<Recorded> recorded(Instant from) {
        var all = new ArrayList<Recorded>();
        Scan.since(from, kafka, topics.findings(), r -> keep(all, r.timestamp(), new Happening.Found(r.value())));
        Scan.since(from, kafka, topics.updates(), r -> keep(all, r.timestamp(), new Happening.Changed(r.value())));
        all.sort(Comparator.comparingLong(Recorded::at)); // stable: items were read first
        return all;
    }

    private static void keep(List<Recorded> all, long at, Happening news) {
        if (all.size() <= MOST) {
            all.add(new Recorded(at, news));
        }
    }
}
