package org.wirebell.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.wirebell.alerts.decide.Backtest;
import org.wirebell.alerts.decide.Happening;
import org.wirebell.alerts.decide.Rule;
import org.wirebell.model.Json;
import org.wirebell.processor.Tracker;
import org.wirebell.processor.ledger.LedgerConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wirebell backtest}: what rules would have sent over recorded items. */
@Command(
        name = "backtest",
        description =
                "Reads items (or lines of 'wirebell read') from standard input; prints the notices that the rules would have sent,"
                        + " and on standard error a summary.")
public final class BacktestCommand implements Callable<Integer> {
    /** A file that holds rules alone. */
    public record RulesFile(List<Rule> rules) {}

    @Option(
            names = "--rules",
            required = true,
            paramLabel = "FILE",
            description = "YAML with a 'rules' list, as in the configuration.")
    private Path rules = Path.of("");

    @Override
    public Integer call() {
        var asked = Configured.load(rules, RulesFile.class).rules();
        var tracker = new Tracker(LedgerConfig.defaults());
        var news = new ArrayList<Happening>();
        int exit = new Input().items(item -> {
            var finding = tracker.joined(item);
            news.add(new Happening.Found(finding));
            tracker.add(finding).forEach(update -> news.add(new Happening.Changed(update)));
        });
        try (var out = Output.lines()) {
            var summary = Backtest.run(asked, news.iterator(), line -> out.println(Json.plain(line)));
            System.err.println(Json.plain(summary));
            return summary.broken().isEmpty() ? exit : 1;
        }
    }
}
