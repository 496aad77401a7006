package org.wirebell.app.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wirebell.app.AppConfig;
import org.wirebell.model.Json;
import org.wirebell.processor.Tracker;
import org.wirebell.processor.ledger.LedgerConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wirebell track}: items in any order, ledger updates out. */
@Command(
        name = "track",
        description =
                "Reads items (or lines of 'wirebell read') from standard input, in any order; prints what they change in the ledger.")
public final class TrackCommand implements Callable<Integer> {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Takes the ledger's settings from this configuration.")
    private Optional<Path> config = Optional.empty();

    @Override
    public Integer call() {
        var tracker = new Tracker(config.map(file ->
                        Configured.load(file, AppConfig.class).processor().ledger())
                .orElseGet(LedgerConfig::defaults));
        try (var out = Output.lines()) {
            return new Input()
                    .items(item -> tracker.add(item).forEach(update -> out.println(Json.plain(Tracker.line(update)))));
        }
    }
}
