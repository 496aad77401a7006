package org.wirebell.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.wirebell.alerts.decide.Backtest;
import org.wirebell.alerts.decide.Comparison;
import org.wirebell.alerts.decide.Happening;
import org.wirebell.alerts.decide.Orders;
import org.wirebell.model.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wirebell backtest}: what rules would have sent over recorded items. */
@Command(
        name = "backtest",
        description =
                "Reads items (or lines of 'wirebell read') from standard input; prints the notices that the rules would have sent,"
                        + " and on standard error a summary: fires by rule and day, what was suppressed and why, how"
                        + " loud it is for each receiver, the noisiest sources, and a hash that is the same for the same input.")
public final class BacktestCommand implements Callable<Integer> {
    @Mixin
    private GivenRules rules = new GivenRules();

    @Option(
            names = "--against",
            paramLabel = "OLD-FILE",
            description = "Prints instead which notices are gained, lost or changed since this version of the rules.")
    private Optional<Path> against = Optional.empty();

    @Override
    public Integer call() {
        try (var orders = rules.orders();
                var out = Output.lines()) {
            var old = against.map(rules::orders); // both are read before anything else, so that faults show at once
            var news = new ArrayList<Happening>();
            int exit = rules.items((finding, updates) -> {
                news.add(new Happening.Found(finding));
                updates.forEach(update -> news.add(new Happening.Changed(update)));
            });
            if (old.isPresent()) {
                compare(run(old.get(), news), run(orders, news), out::println);
                old.get().close();
                return exit;
            }
            var summary = Backtest.run(orders, news.iterator(), line -> out.println(Json.plain(line)));
            System.err.println(Json.plain(summary));
            return exit;
        }
    }

    private record Run(List<Backtest.Line> lines, Backtest.Summary summary) {}

    private static Run run(Orders orders, List<Happening> news) {
        var lines = new ArrayList<Backtest.Line>();
        return new Run(lines, Backtest.run(orders, news.iterator(), lines::add));
    }

    private static void compare(Run before, Run after, Consumer<String> out) {
        var comparison = Comparison.of(before.lines(), after.lines());
        comparison.changes().forEach(change -> out.accept(Json.plain(change)));
        var summary = new LinkedHashMap<String, Object>();
        summary.put("difference", comparison.counts());
        summary.put("before", before.summary());
        summary.put("after", after.summary());
        System.err.println(Json.plain(summary));
    }
}
