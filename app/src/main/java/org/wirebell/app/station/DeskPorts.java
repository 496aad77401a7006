package org.wirebell.app.station;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wirebell.alerts.edge.Delivery;
import org.wirebell.alerts.edge.TestFire;
import org.wirebell.app.AppConfig;
import org.wirebell.app.config.ConfigFile;
import org.wirebell.desk.api.Ports;
import org.wirebell.ingest.read.Opml;
import org.wirebell.model.Topics;

/** What the desk asks of rooms that it does not see. */
final class DeskPorts {
    private static final Duration BACK = Duration.ofDays(7);
    private static final int EXAMPLES = 5;
    /** A trial keeps all that it looks at in memory. */
    private static final int MOST = 50_000;

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
}
