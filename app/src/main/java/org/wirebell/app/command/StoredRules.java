package org.wirebell.app.command;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Audit;
import org.wirebell.model.StoredRule;
import org.wirebell.model.StoredRule.State;

/** The topic of rules, as one person changes it: each change is a version more, with a line in the audit. */
final class StoredRules {
    private final Cluster cluster;
    private final Who who;
    private final Map<String, StoredRule> newest;

    StoredRules(Cluster cluster, Who who) {
        this.cluster = cluster;
        this.who = who;
        this.newest = cluster.newest(cluster.topics().rules());
    }

    Optional<StoredRule> newest(String id) {
        return Optional.ofNullable(newest.get(id));
    }

    /** Says on standard error what it has become; what is so already stays as it is. */
    void put(String id, String desk, String text, State state) throws InterruptedException {
        var before = newest(id);
        boolean same = before.filter(it -> it.desk().equals(desk) && it.text().equals(text) && it.state() == state)
                .isPresent();
        if (same) {
            System.err.println(id + ": " + word(state) + " already");
            return;
        }
        var rule = new StoredRule(
                id,
                desk,
                text,
                before.map(StoredRule::version).orElse(0) + 1,
                state,
                who.by(),
                InstantSource.system().instant(),
                who.note(),
                Map.of());
        var audit = audit("rules." + word(state), id, rule.at(), Map.of("version", rule.version()));
        Decided.send(cluster, cluster.topics().rules(), id, Optional.of(rule), audit);
        System.err.println(id + ": " + word(state) + ", version " + rule.version());
    }

    void forget(String id) throws InterruptedException {
        if (newest(id).isEmpty()) {
            throw unknown(id);
        }
        var audit = audit("rules.reset", id, InstantSource.system().instant(), Map.of());
        Decided.send(cluster, cluster.topics().rules(), id, Optional.<StoredRule>empty(), audit);
        System.err.println(id + ": forgotten");
    }

    static Wrong unknown(String id) {
        return Wrong.failed("wirebell rules: no rule " + id + " is known; 'rules list' shows those that are");
    }

    private Audit audit(String action, String id, Instant at, Map<String, Object> more) {
        return new Audit(who.by(), action, "rule/" + id, who.note(), at, more);
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
