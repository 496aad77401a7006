package org.wirebell.app.command;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wirebell.alerts.decide.Orders;
import org.wirebell.alerts.decide.Routing;
import org.wirebell.alerts.decide.Rule;
import org.wirebell.alerts.decide.RuleBook;
import org.wirebell.alerts.decide.Silences;
import org.wirebell.alerts.edge.Receivers;
import org.wirebell.model.Json;
import org.wirebell.model.Priority;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirebell route}: who would hear of a rule's alert. */
@Command(
        name = "route",
        description =
                "Which receivers an alert of a rule would reach at some moment, and why: one JSON line each, with quiet hours,"
                        + " grouping, silences, escalation and fallbacks. Budgets are taken as full.")
public final class RouteCommand implements Callable<Integer> {
    @Mixin
    private Configured configured = new Configured();

    @Parameters(paramLabel = "RULE")
    private String rule = "";

    @Option(names = "--at", paramLabel = "TIME", description = "Such as 2026-03-01T23:30:00Z; default: now.")
    private Optional<Instant> at = Optional.empty();

    @Option(names = "--priority", paramLabel = "P", description = "${COMPLETION-CANDIDATES}; default: the rule's.")
    private Optional<Priority> priority = Optional.empty();

    @Option(names = "--offline", description = "Rules of the configuration alone, without silences; needs no Kafka.")
    private boolean offline;

    @Override
    public Integer call() {
        var config = configured.load();
        if (offline) {
            try (var orders =
                    config.alerts().orders(new RuleBook(config.alerts().rules()), Silences.none())) {
                return print(orders, config.alerts().receivers());
            }
        }
        try (var cluster = Cluster.of(config);
                var orders = Recorded.orders(cluster, config.alerts()).orders()) {
            return print(orders, config.alerts().receivers());
        }
    }

    private int print(Orders orders, Receivers receivers) {
        var rules = orders.rules().all();
        var named = rules.stream()
                .filter(it -> it.id().equals(rule))
                .findFirst()
                .orElseThrow(() -> Wrong.failed("wirebell route: no rule " + rule + " holds; known are "
                        + String.join(", ", rules.stream().map(Rule::id).toList())));
        var when = at.orElseGet(InstantSource.system()::instant);
        try (var out = Output.lines()) {
            var loudness = priority.orElse(named.loudness());
            var routes = Routing.of(orders, named, loudness, when);
            Routing.with(receivers.fallbacks(), routes, loudness, Receivers.FLASH_PATIENCE)
                    .forEach(route -> out.println(Json.plain(route)));
            Routing.doubtful(orders, named, when)
                    .forEach(silence -> out.println(Json.plain(Map.of("mayBeMutedBy", silence))));
        }
        return 0;
    }
}
