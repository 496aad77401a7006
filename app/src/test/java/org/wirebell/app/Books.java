package org.wirebell.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.wirebell.alerts.decide.Backtest;
import org.wirebell.alerts.decide.Happening;
import org.wirebell.alerts.decide.Rule;
import org.wirebell.app.broker.Scan;
import org.wirebell.model.Alert;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Notice;
import org.wirebell.model.Result;
import org.wirebell.model.Topic;
import org.wirebell.model.Topics;
import org.wirebell.processor.Tracker;
import org.wirebell.processor.ledger.LedgerConfig;

/**
 * The checker of the books: reads every topic after trouble and decides the invariants of docs/reliability.md, against what was
 * sent in, what a receiver heard, and a run of the same items in one thread and in memory.
 *
 * @param sent what the broker acknowledged, in order
 * @param heard what the webhook {@code receiver} answered with 2xx, in order
 * @param kills how often the alerts role was killed: so many repeats are allowed, with the same id
 */
record Books(
        Map<String, Object> kafka,
        Topics topics,
        List<Item> sent,
        List<Rule> rules,
        String receiver,
        List<Loopback.Asked> heard,
        int kills) {

    /** One line for each invariant that does not hold. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        everyItemHasOneFate(faults);
        ledgerIsThatOfOneThread(faults);
        alertsAreThoseOfOneThread(faults);
        everyNoticeHasOneEnd(faults);
        receiverHeardWhatWasPlanned(faults);
        revisionsNeverGoBack(faults);
        withdrawalsReachAll(faults);
        return faults;
    }

    /** I1. */
    private void everyItemHasOneFate(List<String> faults) {
        var fates = new HashMap<String, Integer>();
        scan(topics.findings()).forEach(finding -> fates.merge(name(finding.item()), 1, Integer::sum));
        scan(topics.dead()).forEach(_ -> faults.add("I1: a dead letter"));
        for (var item : sent) {
            int count = fates.getOrDefault(name(item), 0);
            if (count != 1) {
                faults.add("I1: " + name(item) + " has " + count + " fates");
            }
        }
        if (fates.size() != sent.size()) {
            faults.add("I1: " + fates.size() + " items came out of " + sent.size());
        }
        unique(scan(topics.updates()).stream().map(update -> update.id()).toList(), "I3: update", faults);
    }

    /** I3. */
    private void ledgerIsThatOfOneThread(List<String> faults) {
        var tracker = new Tracker(LedgerConfig.defaults());
        sent.forEach(tracker::add);
        var expected = new TreeMap<String, String>();
        tracker.entries().forEach((key, entry) -> expected.put(key, stand(entry)));
        var found = new TreeMap<String, String>();
        latest(topics.ledger()).forEach((key, entry) -> found.put(key, stand(entry)));
        differ("I3: series", expected, found, faults);
    }

    private static String stand(LedgerEntry entry) {
        return entry.state() + " " + entry.low() + " " + entry.best() + " " + entry.high() + " of "
                + entry.claims().size();
    }

    /** I12, and that nothing is told that one thread would not tell. */
    private void alertsAreThoseOfOneThread(List<String> faults) {
        var tracker = new Tracker(LedgerConfig.defaults());
        var news = new ArrayList<Happening>();
        for (var item : sent) {
            var finding = tracker.joined(item);
            news.add(new Happening.Found(finding));
            tracker.add(finding).forEach(update -> news.add(new Happening.Changed(update)));
        }
        var expected = new TreeMap<String, String>();
        Backtest.run(
                rules,
                news.iterator(),
                line -> expected.put(line.alert().replace("dry:", ""), line.revision() + " " + line.title()));
        var found = new TreeMap<String, String>();
        latest(topics.alerts()).forEach((id, alert) -> found.put(id, alert.revision() + " " + alert.title()));
        differ("I12: alert", expected, found, faults);
    }

    /** I4. */
    private void everyNoticeHasOneEnd(List<String> faults) {
        var planned = scan(topics.notices()).stream().map(Notice::id).toList();
        unique(planned, "I4: notice", faults);
        var ends = new HashMap<String, Integer>();
        scan(topics.results()).stream()
                .filter(result -> result.outcome().isFinal())
                .forEach(result -> ends.merge(result.notice(), 1, Integer::sum));
        for (var id : planned) {
            if (ends.getOrDefault(id, 0) != 1) {
                faults.add("I4: notice " + id + " has " + ends.getOrDefault(id, 0) + " ends");
            }
        }
        ends.keySet().stream()
                .filter(id -> !planned.contains(id))
                .forEach(id -> faults.add("I4: " + id + " ended and was never planned"));
    }

    /** I5 and I6. */
    private void receiverHeardWhatWasPlanned(List<String> faults) {
        var planned = new HashSet<String>();
        scan(topics.notices()).stream()
                .filter(notice -> notice.receiver().equals(receiver))
                .forEach(notice -> planned.add(notice.id()));
        var times = new TreeMap<String, Integer>();
        heard.forEach(asked -> times.merge(asked.id(), 1, Integer::sum));
        times.keySet().stream()
                .filter(id -> !planned.contains(id))
                .forEach(id -> faults.add("I5: heard " + id + ", which was never planned"));
        scan(topics.results()).stream()
                .filter(result -> result.receiver().equals(receiver) && result.outcome() == Result.Outcome.SENT)
                .filter(result -> !times.containsKey(result.notice()))
                .forEach(result -> faults.add("I5: " + result.notice() + " is called sent and was not heard"));
        int repeats = heard.size() - times.size();
        if (repeats > kills) {
            faults.add("I5: " + repeats + " repeats after " + kills + " kills");
        }
    }

    /** I7. */
    private void revisionsNeverGoBack(List<String> faults) {
        var last = new HashMap<String, Integer>();
        for (var asked : heard) {
            var data = data(asked);
            var alert = String.valueOf(data.get("alertId"));
            int revision = ((Number) Objects.requireNonNull(data.get("revision"))).intValue();
            if (revision < last.getOrDefault(alert, 0)) {
                faults.add("I7: alert " + alert + " went from revision " + last.get(alert) + " to " + revision);
            }
            last.merge(alert, revision, Math::max);
        }
    }

    /** I8. */
    private void withdrawalsReachAll(List<String> faults) {
        var gone = new TreeSet<String>();
        latest(topics.alerts()).forEach((id, alert) -> {
            if (alert.state() == Alert.State.WITHDRAWN && alert.recipients().contains(receiver)) {
                gone.add(id);
            }
        });
        var told = new HashSet<String>();
        heard.stream()
                .filter(asked -> asked.body().contains("wirebell.alert.withdrawn"))
                .forEach(asked -> told.add(String.valueOf(data(asked).get("alertId"))));
        gone.stream()
                .filter(id -> !told.contains(id))
                .forEach(id -> faults.add("I8: the withdrawal of " + id + " was not heard"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(Loopback.Asked asked) {
        return (Map<String, Object>)
                Objects.requireNonNull(Json.map(asked.body()).get("data"));
    }

    private static void unique(List<String> ids, String what, List<String> faults) {
        var seen = new HashSet<String>();
        ids.stream().filter(id -> !seen.add(id)).forEach(id -> faults.add(what + " " + id + " stands twice"));
    }

    private static void differ(
            String what, Map<String, String> expected, Map<String, String> found, List<String> faults) {
        Set<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(found.keySet());
        for (var key : keys) {
            var want = Optional.ofNullable(expected.get(key)).orElse("nothing");
            var have = Optional.ofNullable(found.get(key)).orElse("nothing");
            if (!want.equals(have)) {
                faults.add(what + " " + key + " is " + have + ", one thread gives " + want);
            }
        }
    }

    private static String name(Item item) {
        return item.family() + "#" + item.version();
    }

    private <K, V> List<V> scan(Topic<K, V> topic) {
        var all = new ArrayList<V>();
        Scan.of(kafka, topic, record -> all.add(record.value()));
        return all;
    }

    private <V> Map<String, V> latest(Topic<String, V> topic) {
        var newest = new LinkedHashMap<String, V>();
        Scan.of(kafka, topic, record -> {
            if (record.value() == null) {
                newest.remove(record.key());
            } else {
                newest.put(record.key(), record.value());
            }
        });
        return newest;
    }
}
