package org.wirebell.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wirebell.ingest.read.Hints;
import org.wirebell.ingest.read.Reader;
import org.wirebell.ingest.read.Readings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirebell read FILE…}: any feed or wire file as one JSON line. */
@Command(name = "read", description = "Reads feed and wire files of any known format; prints one JSON line a file.")
public final class ReadCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(names = "--source", description = "Source id that the items get.")
    private Optional<String> source = Optional.empty();

    @Override
    public Integer call() {
        int exit = 0;
        try (var out = Output.lines()) {
            for (var file : files) {
                try {
                    var reading = Reader.read(Files.readAllBytes(file), hints(file));
                    out.println(Readings.line(file.toString(), reading));
                } catch (IOException e) {
                    System.err.println(
                            file + ": cannot be read: " + e.getClass().getSimpleName() + " " + e.getMessage());
                    exit = 1;
                }
            }
        }
        return exit;
    }

    private Hints hints(Path file) {
        var plain = Hints.file(file.toString());
        return new Hints(
                plain.name(),
                plain.contentType(),
                plain.charset(),
                plain.baseUrl(),
                source.orElse(""),
                plain.zone(),
                plain.language(),
                plain.maxItems());
    }
}
