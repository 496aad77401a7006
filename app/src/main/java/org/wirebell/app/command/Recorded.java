package org.wirebell.app.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.wirebell.alerts.AlertsConfig;
import org.wirebell.alerts.OrderSheet;
import org.wirebell.alerts.decide.Happening;
import org.wirebell.app.config.ConfigFile;

/** What stands in the topics of a cluster, as the planner sees it. */
final class Recorded {
    private Recorded() {}

    /** Rules, desks and silences as they hold now. */
    static OrderSheet orders(Cluster cluster, AlertsConfig config) {
        return OrderSheet.of(
                config,
                ConfigFile::rule,
                cluster.newest(cluster.topics().rules()).values(),
                cluster.newest(cluster.topics().silences()).values());
    }

    /** Items and changes that came from this moment on. */
    static List<Happening> happenings(Cluster cluster, Instant from, Predicate<Happening> wanted) {
        var happenings = new ArrayList<Happening>();
        cluster.scan(
                cluster.topics().findings(),
                from,
                record -> keep(new Happening.Found(record.value()), wanted, happenings));
        cluster.scan(
                cluster.topics().updates(),
                from,
                record -> keep(new Happening.Changed(record.value()), wanted, happenings));
        return happenings;
    }

    private static void keep(Happening happening, Predicate<Happening> wanted, List<Happening> kept) {
        if (wanted.test(happening)) {
            kept.add(happening);
        }
    }
}
