package org.wirebell.bench.peers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code bench/peers/install} could get; who is missing is named with the reason. */
final class Installed {
    static final Path PEERS = Path.of("bench", "target", "peers").toAbsolutePath();
    static final Path NODE_MODULES = PEERS.resolve("node_modules");
    static final Path CORENLP = PEERS.resolve("corenlp");
    static final Path PYTHON = Path.of("/usr/bin/python3");

    private Installed() {}

    /** Why the peer cannot be run here; empty when it can. */
    static Optional<String> missing(String peer) throws IOException, InterruptedException {
        return switch (peer) {
            case "node feedparser" -> node("feedparser");
            case "CoreNLP" ->
                Files.isRegularFile(CORENLP.resolve("classes").resolve("CoreNlpFigures.class"))
                        ? Optional.empty()
                        : Optional.of("Maven did not get stanford-corenlp");
            case "Node-RED" -> node("node-red");
            case "feedparser" -> python();
            case "newsboat" -> command("newsboat");
            case "sfeed" -> command("sfeed_update").or(Installed::curl);
            case "rss2email" -> command("r2e");
            default -> Optional.empty();
        };
    }

    private static Optional<String> curl() {
        return command("curl");
    }

    private static Optional<String> node(String packageName) {
        return command("node")
                .or(() -> Files.isDirectory(NODE_MODULES.resolve(packageName))
                        ? Optional.empty()
                        : Optional.of("npm did not install " + packageName));
    }

    private static Optional<String> python() throws IOException, InterruptedException {
        if (!Files.isExecutable(PYTHON)) {
            return Optional.of(PYTHON + " is not there");
        }
        var found = new ProcessBuilder(PYTHON.toString(), "-c", "import feedparser")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return found == 0 ? Optional.empty() : Optional.of("python3-feedparser is not installed");
    }

    private static Optional<String> command(String name) {
        var path = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.of(path).anyMatch(folder -> Files.isExecutable(Path.of(folder, name)))
                ? Optional.empty()
                : Optional.of(name + " is not installed");
    }
}
