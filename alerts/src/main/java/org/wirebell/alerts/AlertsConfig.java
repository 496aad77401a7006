package org.wirebell.alerts;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.wirebell.alerts.decide.Rule;
import org.wirebell.alerts.edge.DeliveryConfig;
import org.wirebell.alerts.edge.Receivers;

/**
 * Settings of the alerts room.
 *
 * @param applicationId consumer group and prefix of the internal topics
 * @param instanceId stable name of this process within the group; makes a restart take seconds
 * @param stateDir folder of the state stores; rebuilt from the topics when lost
 */
public record AlertsConfig(
        String applicationId,
        String instanceId,
        Path stateDir,
        int threads,
        List<Rule> rules,
        Receivers receivers,
        DeliveryConfig delivery) {
    public AlertsConfig {
        rules = List.copyOf(rules);
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
            for (var receiver : rule.receivers()) {
                if (!known.contains(receiver)) {
                    throw new IllegalArgumentException("rule " + rule.id() + " names the receiver " + receiver
                            + ", which is not known here; known are " + String.join(", ", known));
                }
            }
        }
    }

    public static AlertsConfig defaults() {
        return new AlertsConfig(
                "wirebell-alerts",
                "alerts-1",
                Path.of("data", "alerts"),
                1,
                List.of(),
                Receivers.none(),
                DeliveryConfig.defaults());
    }
}
