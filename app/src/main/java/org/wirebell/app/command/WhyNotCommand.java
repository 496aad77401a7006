package org.wirebell.app.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.wirebell.alerts.decide.WhyNot;
import org.wirebell.model.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wirebell whynot}: what each rule says to each item, told or not. */
@Command(
        name = "whynot",
        description =
                "Reads items (or lines of 'wirebell read') from standard input; prints for each item and rule one JSON line:"
                        + " the outcome (told, or why not) and each condition with what it saw.")
public final class WhyNotCommand implements Callable<Integer> {
    @Mixin
    private GivenRules rules = new GivenRules();

    @Option(names = "--rule", paramLabel = "ID", description = "Just this rule.")
    private Optional<String> rule = Optional.empty();

    @Option(
            names = "--item",
            paramLabel = "ID",
            description = "Just this item; those before it still count as having come.")
    private Optional<String> item = Optional.empty();

    @Override
    public Integer call() {
        try (var orders = rules.orders();
                var out = Output.lines()) {
            if (rule.isPresent() && orders.rules().rule(rule.get()).isEmpty()) {
                throw Wrong.use("wirebell whynot: no rule " + rule.get() + " is in the file");
            }
            var whyNot = new WhyNot(orders);
            return rules.items((finding, updates) -> whyNot.answers(finding, updates).stream()
                    .filter(answer -> rule.isEmpty() || rule.get().equals(answer.rule()))
                    .filter(answer -> item.isEmpty() || item.get().equals(answer.item()))
                    .forEach(answer -> out.println(Json.plain(answer))));
        }
    }
}
