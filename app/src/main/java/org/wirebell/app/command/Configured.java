package org.wirebell.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wirebell.app.AppConfig;
import org.wirebell.app.config.Complaint;
import org.wirebell.app.config.ConfigFile;
import org.wirebell.app.config.Loaded;
import picocli.CommandLine.Option;

/** The {@code --config} option, and how a configuration that is not right ends a command. */
final class Configured {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description =
                    "Configuration; default: what WIREBELL_CONFIG names, else config/wirebell.yaml beside the program, or here.")
    private Optional<Path> file = Optional.empty();

    Path file() {
        var beside =
                Path.of(Optional.ofNullable(System.getenv("WIREBELL_HOME")).orElse("."), "config", "wirebell.yaml");
        return file.or(() ->
                        Optional.ofNullable(System.getenv("WIREBELL_CONFIG")).map(Path::of))
                .orElseGet(() -> Files.exists(beside) ? beside : Path.of("config", "wirebell.yaml"));
    }

    AppConfig load() {
        return load(file(), AppConfig.class);
    }

    static <T extends Record> T load(Path file, Class<T> type) {
        return switch (ConfigFile.load(file, type)) {
            case Loaded.Good<T>(var value) -> value;
            case Loaded.Bad<T>(var complaints) ->
                throw Wrong.use(complaints.stream().map(Complaint::toString).collect(Collectors.joining("\n")));
        };
    }
}
