package org.wirebell.app.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wirebell.app.AppConfig;
import org.wirebell.model.Json;
import org.wirebell.model.Ruling;
import org.wirebell.model.Update;
import org.wirebell.processor.Tracker;
import org.wirebell.processor.ledger.LedgerConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wirebell track}: items in any order, ledger updates out. */
@Command(
        name = "track",
        description =
                "Reads items (or lines of 'wirebell read') from standard input, in any order; prints what they change in the ledger."
                        + " A line {\"ruling\": \"release\" or \"reject\", \"claim\", \"by\", \"note\"} rules on a held claim.")
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
            return new Input().objects(line -> {
                var updates = new ArrayList<Update>();
                if (line.containsKey("ruling")) {
                    updates.addAll(tracker.add(ruling(line, tracker)));
                } else {
                    Input.items(line).forEach(item -> updates.addAll(tracker.add(item)));
                }
                updates.forEach(update -> out.println(Json.plain(Tracker.line(update))));
            });
        }
    }

    private static Ruling ruling(Map<String, Object> line, Tracker tracker) {
        var claim = text(line, "claim");
        var series = Rulings.series(claim, tracker.entries().values())
                .orElseThrow(() -> new IllegalArgumentException("ruling: no claim " + claim + " stands or is held"));
        var verdict = Rulings.verdict(text(line, "ruling"));
        return new Ruling(claim, series, verdict, text(line, "by"), Instant.EPOCH, text(line, "note"), Map.of());
    }

    private static String text(Map<String, Object> line, String name) {
        return line.getOrDefault(name, "").toString();
    }
}
