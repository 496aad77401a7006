package org.wirebell.app.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.wirebell.ingest.read.Opml;
import org.wirebell.model.FeedState;
import org.wirebell.model.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirebell feeds}: health of the sources, and OPML in and out. */
@Command(
        name = "feeds",
        description = "Sources: their health, new ones, OPML in and out.",
        subcommands = FeedsAddCommand.class)
public final class FeedsCommand implements Runnable {
    @Override
    public void run() {
        throw Wrong.use("wirebell feeds: say list, add, import or export");
    }

    @Command(
            name = "list",
            description = "Where each source stands: its state and why, last item, usual gap, next due, gaps.")
    int list(
            @Mixin Configured configured,
            @Option(names = "--json", description = "One JSON line a source.") boolean json) {
        var latest = new TreeMap<String, FeedState>();
        var config = configured.load();
        try (var cluster = Cluster.of(config);
                var out = Output.lines()) {
            cluster.scan(cluster.topics().feeds(), record -> {
                if (record.value() == null) {
                    latest.remove(record.key());
                } else {
                    latest.put(record.key(), record.value());
                }
            });
            if (json) {
                latest.values().forEach(feed -> out.println(Json.text(feed)));
            } else {
                var ingest = config.ingest();
                var unheard = new TreeSet<>(ingest.sources().keySet());
                unheard.addAll(ingest.folders().keySet());
                unheard.addAll(ingest.mailboxes().keySet());
                unheard.addAll(ingest.drops().keySet());
                unheard.addAll(ingest.topics().keySet());
                unheard.removeAll(latest.keySet());
                FeedTable.lines(latest.values(), unheard, Instant.now()).forEach(out::println);
            }
        }
        return 0;
    }

    @Command(
            name = "import",
            description = "Turns an OPML file into the 'sources' block of a configuration: on standard output, or"
                    + " into a configuration, without those that it has already.")
    int read(
            @Parameters(paramLabel = "FILE.opml") Path file,
            @Option(names = "--to", paramLabel = "CONFIG", description = "Add them to this configuration.")
                    Optional<Path> to)
            throws IOException {
        var sources = to.isPresent() ? SourcesFile.open(to.get()) : SourcesFile.none();
        for (var feed : Opml.read(Files.readAllBytes(file))) {
            take(feed, sources);
        }
        if (sources.added().isEmpty()) {
            throw Wrong.failed(file + ": no feeds to add");
        }
        if (to.isPresent()) {
            sources.write();
        } else {
            try (var out = Output.lines()) {
                out.println(sources.block());
            }
        }
        System.err.println(sources.added().size() + " feeds");
        return 0;
    }

    private static void take(Opml.Entry feed, SourcesFile sources) {
        try {
            var url = URI.create(feed.xmlUrl());
            var known = sources.idOf(url);
            if (known.isEmpty()) {
                sources.add(url, feed.title());
            } else {
                System.err.println("left out " + url + ": is there already, as " + known.get());
            }
        } catch (IllegalArgumentException | Wrong e) { // one bad line of a list costs no other
            System.err.println("left out " + feed.xmlUrl() + ": " + e.getMessage());
        }
    }

    @Command(name = "export", description = "The configured sources as OPML, on standard output.")
    int write(@Mixin Configured configured) {
        var sources = new TreeMap<>(configured.load().ingest().sources());
        var feeds = sources.entrySet().stream()
                .map(source -> new Opml.Entry(
                        source.getValue().name().orElse(source.getKey()),
                        source.getValue().url().toString(),
                        List.of()))
                .toList();
        try (var out = Output.lines()) {
            out.println(Opml.write("Wirebell", feeds));
        }
        return 0;
    }
}
