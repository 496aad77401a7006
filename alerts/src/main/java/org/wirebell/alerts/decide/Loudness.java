package org.wirebell.alerts.decide;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.wirebell.model.Notice;

/** Counts what receivers hear in a back-test, and what they would hear if no budget held. */
final class Loudness {
    private static final Newsdesk.Budget ENDLESS = new Newsdesk.Budget(1_000_000, 1_000_000);
    private static final int SHOWN = 10;

    private final Map<String, Long> told = new TreeMap<>();
    private final Map<String, Long> sounding = new HashMap<>();
    private final Map<String, Long> withoutBudget = new TreeMap<>();
    private final Map<String, Map<Instant, Long>> hours = new HashMap<>();

    /** The same orders, where no budget holds. */
    static Orders unbounded(Orders orders) {
        var desks = new HashMap<String, Newsdesk>();
        orders.rules().all().forEach(rule -> desks.put(rule.deskName(), endless(orders.desk(rule.deskName()))));
        return new Orders(orders.rules(), desks, orders.silences(), orders.edits(), orders.closes(), orders.acks());
    }

    private static Newsdesk endless(Newsdesk desk) {
        return new Newsdesk(
                desk.zone(),
                desk.quiet(),
                ENDLESS,
                desk.digest(),
                desk.escalation(),
                desk.operators(),
                desk.storm(),
                desk.ackFor(),
                desk.groupWait(),
                desk.whiplash(),
                desk.inhibit());
    }

    void told(Notice notice) {
        var receiver = notice.receiver();
        if (receiver.equals(Route.PAGE)) {
            return;
        }
        told.merge(receiver, 1L, Long::sum);
        if (!notice.quiet()) {
            sounding.merge(receiver, 1L, Long::sum);
            hours.computeIfAbsent(receiver, _ -> new HashMap<>())
                    .merge(notice.planned().truncatedTo(ChronoUnit.HOURS), 1L, Long::sum);
        }
    }

    void unbounded(Planned planned) {
        planned.notices().stream()
                .filter(notice ->
                        notice.goes() && !notice.quiet() && !notice.receiver().equals(Route.PAGE))
                .forEach(notice -> withoutBudget.merge(notice.receiver(), 1L, Long::sum));
    }

    Map<String, Backtest.Volume> volumes() {
        var names = new TreeMap<String, Long>(told);
        withoutBudget.keySet().forEach(name -> names.putIfAbsent(name, 0L));
        var volumes = new TreeMap<String, Backtest.Volume>();
        names.forEach((name, count) -> volumes.put(
                name,
                new Backtest.Volume(
                        count,
                        sounding.getOrDefault(name, 0L),
                        withoutBudget.getOrDefault(name, 0L),
                        hours.getOrDefault(name, Map.of()).values().stream()
                                .max(Comparator.naturalOrder())
                                .orElse(0L))));
        return volumes;
    }

    /** The largest counts, in order. */
    static Map<String, Long> noisiest(Map<String, Long> counts) {
        var most = new LinkedHashMap<String, Long>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .forEach(count -> most.put(count.getKey(), count.getValue()));
        return most;
    }
}
