package org.wirebell.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.wirebell.ingest.read.Opml;
import org.wirebell.model.FeedState;
import org.wirebell.model.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirebell feeds}: health of the sources, and OPML in and out. */
@Command(name = "feeds", description = "Sources: their health, OPML in and out.")
public final class FeedsCommand implements Runnable {
    @Override
    public void run() {
        throw Wrong.use("wirebell feeds: say list, import or export");
    }

    @Command(
            name = "list",
            description = "Where each source stands: outcome of the last fetch, last success, next due.")
    int list(
            @Mixin Configured configured,
            @Option(names = "--json", description = "One JSON line a source.") boolean json) {
        var latest = new TreeMap<String, FeedState>();
        try (var cluster = Cluster.of(configured.load());
                var out = Output.lines()) {
            cluster.scan(cluster.topics().feeds(), record -> {
                if (record.value() == null) {
                    latest.remove(record.key());
                } else {
                    latest.put(record.key(), record.value());
                }
            });
            for (var feed : latest.values()) {
                out.println(json ? Json.text(feed) : row(feed));
            }
        }
        return 0;
    }

    @Command(
            name = "import",
            description = "Turns an OPML file into the 'sources' block of a configuration, on standard output.")
    int read(@Parameters(paramLabel = "FILE.opml") Path file) throws IOException {
        var feeds = Opml.read(Files.readAllBytes(file));
        var used = new HashSet<String>();
        try (var out = Output.lines()) {
            out.println("ingest:\n  sources:");
            for (var feed : feeds) {
                out.println("    " + id(feed.title(), used) + ":");
                out.println("      url: " + Json.plain(feed.xmlUrl()));
                out.println("      name: " + Json.plain(feed.title()));
            }
        }
        System.err.println(feeds.size() + " feeds");
        return 0;
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

    private static String row(FeedState feed) {
        return "%-24s %-14s items %-7d last success %-20s next %-20s %s"
                .formatted(
                        feed.source(),
                        feed.outcome(),
                        feed.items(),
                        feed.lastSuccess().map(Instant::toString).orElse("never"),
                        feed.nextDue().map(Instant::toString).orElse("-"),
                        feed.failures() == 0 ? "" : feed.failures() + " failures: " + feed.detail());
    }

    private static String id(String title, HashSet<String> used) {
        var plain = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var stem = plain.isEmpty() ? "feed" : plain.substring(0, Math.min(50, plain.length()));
        var id = stem;
        for (int n = 2; !used.add(id); n++) {
            id = stem + "-" + n;
        }
        return id;
    }
}
