package org.wirebell.bench.soak;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.wirebell.bench.Loop;
import org.wirebell.model.Canary;
import org.wirebell.model.Result.Outcome;
import org.wirebell.model.Topics;

/** Whether what was taken came through, once: the topics from their beginning beside what the receiver has noted. */
final class Account {
    private static final int QUIET_SECONDS = 10;

    private final Map<String, Object> kafka;
    private final Topics topics = Topics.standard();

    Account(Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /**
     * @param taken ids of items that ingest has answered for
     * @param heard how often the receiver took each notice
     * @return names and numbers; 0 for all that is missing or too much; {@code heardTwice} may be 1 for each kill of the alerts role
     */
    Map<String, Object> of(Set<String> taken, Map<String, Integer> heard) {
        var findings = new HashMap<String, Integer>();
        try (var all = Loop.follow(kafka, topics.findings())) {
            drain(all, finding -> findings.merge(finding.item().id(), 1, Integer::sum));
        }
        var open = new HashSet<String>();
        try (var all = Loop.follow(kafka, topics.notices())) {
            drain(all, notice -> {
                if (!notice.receiver().equals(Canary.NAME)) { // that one is heard inside
                    open.add(notice.id());
                }
            });
        }
        var planned = Set.copyOf(open);
        var sent = new HashSet<String>();
        try (var all = Loop.follow(kafka, topics.results())) {
            drain(all, result -> {
                if (result.outcome().isFinal()) {
                    open.remove(result.notice());
                }
                if (result.outcome() == Outcome.SENT && result.receiver().equals(Crew.RECEIVER)) {
                    sent.add(result.notice());
                }
            });
        }
        var account = new LinkedHashMap<String, Object>();
        account.put("taken", taken.size());
        account.put("withoutFinding", count(taken, id -> !findings.containsKey(id)));
        account.put("withTwoFindings", count(findings.keySet(), id -> findings.getOrDefault(id, 0) > 1));
        account.put("notices", planned.size());
        account.put("withoutResult", open.size());
        account.put("sentNotHeard", count(sent, id -> !heard.containsKey(id)));
        account.put("heard", heard.size());
        account.put("heardNotPlanned", count(heard.keySet(), id -> !planned.contains(id)));
        account.put("heardTwice", count(heard.keySet(), id -> heard.getOrDefault(id, 0) > 1));
        return account;
    }

    private static int count(Set<String> ids, Predicate<String> counted) {
        return (int) ids.stream().filter(counted).count();
    }

    private static <V> void drain(KafkaConsumer<String, V> consumer, Consumer<V> each) {
        for (int quiet = 0; quiet < QUIET_SECONDS; quiet++) {
            var records = consumer.poll(Duration.ofSeconds(1));
            for (var record : records) {
                if (record.value() != null) {
                    each.accept(record.value());
                }
                quiet = 0;
            }
        }
    }
}
