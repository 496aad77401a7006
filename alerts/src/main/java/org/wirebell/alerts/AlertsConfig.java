package org.wirebell.alerts;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.wirebell.alerts.decide.Newsdesk;
import org.wirebell.alerts.decide.Orders;
import org.wirebell.alerts.decide.Rule;
import org.wirebell.alerts.decide.RuleBook;
import org.wirebell.alerts.decide.Silences;
import org.wirebell.alerts.edge.DeliveryConfig;
import org.wirebell.alerts.edge.Receivers;

/**
 * Settings of the alerts room.
 *
 * @param applicationId consumer group and prefix of the internal topics
 * @param instanceId stable name of this process within the group; makes a restart take seconds
 * @param stateDir folder of the state stores; rebuilt from the topics when lost
 * @param desks how desks want to be told, by name; {@value Rule#DESK} is there without being named
 */
public record AlertsConfig(
        String applicationId,
        String instanceId,
        Path stateDir,
        int threads,
        List<Rule> rules,
        Map<String, Newsdesk> desks,
        Receivers receivers,
        DeliveryConfig delivery) {
    public AlertsConfig {
        rules = List.copyOf(rules);
        desks = Map.copyOf(desks);
        if (applicationId.isEmpty() || instanceId.isEmpty()) {
            throw new IllegalArgumentException("application-id and instance-id must not be empty");
        }
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("threads must be 1 to 64, was " + threads);
        }
        var known = receivers.names();
        var ids = new HashSet<String>();
        for (var rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("rule id " + rule.id() + " is used twice");
            }
            check(rule, desks.keySet(), known);
        }
        desks.forEach((name, desk) -> desk.receivers().forEach(receiver -> known("desk " + name, receiver, known)));
    }

    public static AlertsConfig defaults() {
        return new AlertsConfig(
                "wirebell-alerts",
                "alerts-1",
                Path.of("data", "alerts"),
                1,
                List.of(),
                Map.of(),
                Receivers.none(),
                DeliveryConfig.defaults());
    }

    /** Throws {@link IllegalArgumentException} when a rule names a desk or a receiver that is not here. */
    public void check(Rule rule) {
        check(rule, desks.keySet(), receivers.names());
    }

    /** What these rules and silences come to at the desks of this configuration. */
    public Orders orders(RuleBook rules, Silences silences) {
        var all = new HashMap<>(desks);
        all.put(Rule.canary().deskName(), Newsdesk.unlimited());
        return new Orders(rules, all, silences, receivers.edits(), receivers.resolves(), receivers.acks());
    }

    private static void check(Rule rule, Set<String> desks, Set<String> receivers) {
        if (!rule.deskName().equals(Rule.DESK) && !desks.contains(rule.deskName())) {
            throw new IllegalArgumentException("rule " + rule.id() + " names the desk " + rule.deskName()
                    + ", which is not known here; known are " + Rule.DESK + " "
                    + String.join(" ", new TreeSet<>(desks)));
        }
        rule.receivers().forEach(receiver -> known("rule " + rule.id(), receiver, receivers));
    }

    private static void known(String who, String receiver, Set<String> known) {
        if (!known.contains(receiver)) {
            throw new IllegalArgumentException(who + " names the receiver " + receiver
                    + ", which is not known here; known are " + String.join(", ", known));
        }
    }
}
