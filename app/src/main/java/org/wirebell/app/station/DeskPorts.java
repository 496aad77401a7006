package org.wirebell.app.station;

import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wirebell.alerts.AlertsConfig;
import org.wirebell.alerts.decide.Happening;
import org.wirebell.alerts.decide.Orders;
import org.wirebell.alerts.decide.RuleBook;
import org.wirebell.alerts.decide.Silences;
import org.wirebell.alerts.decide.Trial;
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
    /** A trial keeps all that it looks at in memory. */
    private static final int MOST = 30_000;

    private final AppConfig config;
    private volatile AlertsConfig alerts; // rules and desks as they hold now
    private final Map<String, Object> kafka;
    private final Topics topics;
    private final InstantSource clock;
    private final PrintStream console;

    DeskPorts(AppConfig config, Map<String, Object> kafka, Topics topics, InstantSource clock, PrintStream console) {
        this.config = config;
        this.alerts = config.alerts();
        this.kafka = kafka;
        this.topics = topics;
        this.clock = clock;
        this.console = console;
    }

    /**
     * @param faults rules that are left out or quarantined; absent where the alerts are planned elsewhere
     */
    Ports ports(Supplier<Optional<Map<String, String>>> faults) {
        var standing = new DeskStanding(() -> alerts, faults, clock);
        return new Ports(this::check, this::attempt, new Drill(), this::opml, standing);
    }

    /** Rules and desks of this configuration hold from now on. */
    void configure(AppConfig next) {
        alerts = next.alerts();
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
            var given = config.alerts(); // receivers change with a restart only
            var delivery = new TestFire(given.delivery(), given.receivers(), clock, console).send(receiver);
            return new Outcome(delivery instanceof Delivery.Sent, delivery.toString());
        }
    }

    private Ports.RuleChecker.Checked check(String text) {
        var rule = ConfigFile.rule(text);
        alerts.check(rule);
        return new Ports.RuleChecker.Checked(rule.id(), rule.title(), rule.deskName());
    }

    /**
     * @param whole all that the rule has anything to say of was looked at, and not only the first {@value #MOST}
     */
    private record Tried(Trial trial, boolean whole) {}

    /** One at a time: it reads a week from Kafka. The rule stands alone, at its desk as that is set up. */
    private synchronized Object attempt(String text) {
        var rule = ConfigFile.rule(text);
        alerts.check(rule);
        var now = clock.instant();
        try (var orders = alerts.orders(new RuleBook(List.of(rule)), Silences.none())) {
            var news = recorded(orders, now.minus(Trial.WEEK));
            var trial = Trial.of(orders, news, now).getFirst();
            if (!trial.fault().isEmpty()) {
                throw new IllegalArgumentException(trial.fault());
            }
            return new Tried(trial, news.size() < MOST);
        }
    }

    /** What the rule has anything to say of. */
    private List<Happening> recorded(Orders orders, Instant from) {
        var all = new ArrayList<Happening>();
        Consumer<Happening> keep = news -> {
            if (all.size() < MOST && !orders.rules().ask(news).isEmpty()) {
                all.add(news);
            }
        };
        Scan.since(from, kafka, topics.findings(), r -> keep.accept(new Happening.Found(r.value())));
        Scan.since(from, kafka, topics.updates(), r -> keep.accept(new Happening.Changed(r.value())));
        return all;
    }
}
