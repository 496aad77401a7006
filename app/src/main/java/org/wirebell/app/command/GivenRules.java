package org.wirebell.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.wirebell.alerts.AlertsConfig;
import org.wirebell.alerts.decide.Orders;
import org.wirebell.alerts.decide.RuleBook;
import org.wirebell.alerts.decide.Silences;
import org.wirebell.app.AppConfig;
import org.wirebell.app.config.Complaint;
import org.wirebell.app.config.Loaded;
import org.wirebell.app.config.RuleFile;
import org.wirebell.model.Finding;
import org.wirebell.model.Update;
import org.wirebell.processor.Tracker;
import org.wirebell.processor.ledger.LedgerConfig;
import picocli.CommandLine.Option;

/** The options of commands that hold rules of a file against items of standard input. */
final class GivenRules {
    @Option(
            names = "--rules",
            required = true,
            paramLabel = "FILE",
            description = "YAML with one rule, or a 'rules' list as in the configuration.")
    private Path rules = Path.of("");

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Takes desks, receivers and the ledger's settings from this configuration; default: desks"
                    + " as they are unless set up.")
    private Optional<Path> config = Optional.empty();

    Orders orders() {
        return orders(rules);
    }

    /** The rules of another file at the same desks. */
    Orders orders(Path file) {
        var alerts = config.map(it -> Configured.load(it, AppConfig.class).alerts());
        var given = new RuleBook(
                read(file, alerts).stream().map(RuleFile.Written::rule).toList());
        return alerts.map(it -> it.orders(given, Silences.none())).orElseGet(() -> Orders.of(given));
    }

    /** Reads standard input; hands over each item as it is read and joined, and what it changes in the ledger. */
    int items(BiConsumer<Finding, List<Update>> each) {
        var tracker = new Tracker(config.map(
                        it -> Configured.load(it, AppConfig.class).processor().ledger())
                .orElseGet(LedgerConfig::defaults));
        return new Input().items(item -> {
            var finding = tracker.joined(item);
            each.accept(finding, tracker.add(finding));
        });
    }

    /** The rules of a file; all that is wrong with it, and with what its rules name, ends the command. */
    static List<RuleFile.Written> read(Path file, Optional<AlertsConfig> config) {
        return switch (RuleFile.load(file)) {
            case Loaded.Good<List<RuleFile.Written>>(var written) -> {
                var complaints = new ArrayList<Complaint>();
                config.ifPresent(it -> written.forEach(rule -> check(file, rule, it, complaints)));
                if (!complaints.isEmpty()) {
                    throw wrong(complaints);
                }
                yield written;
            }
            case Loaded.Bad<List<RuleFile.Written>>(var complaints) -> throw wrong(complaints);
        };
    }

    /** Adds a complaint when the rule names what the configuration does not know. */
    static void check(Path file, RuleFile.Written written, AlertsConfig config, List<Complaint> complaints) {
        try {
            config.check(written.rule());
        } catch (IllegalArgumentException e) {
            complaints.add(new Complaint(file.toString(), written.line(), "", String.valueOf(e.getMessage())));
        }
    }

    static Wrong wrong(List<Complaint> complaints) {
        return Wrong.use(complaints.stream().map(Complaint::toString).collect(Collectors.joining("\n")));
    }
}
