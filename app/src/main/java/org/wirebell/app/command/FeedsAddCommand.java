package org.wirebell.app.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wirebell.ingest.edge.FeedFinder;
import org.wirebell.ingest.edge.FeedFinder.Answer;
import org.wirebell.ingest.edge.FeedFinder.Found;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirebell feeds add URL}: finds a site's feeds and writes one, or all, into the configuration. */
@Command(
        name = "add",
        description = "Finds the feeds of a site, or takes the feed at that address, and adds the main one to the"
                + " configuration, whose comments and order stay.")
final class FeedsAddCommand implements Callable<Integer> {
    @Mixin
    private Configured configured = new Configured();

    @Parameters(paramLabel = "URL", description = "Of a feed or of any page; https when nothing is said.")
    private String address = "";

    @Option(names = "--id", description = "Source id of the feed; default: made from its title.")
    private Optional<String> id = Optional.empty();

    @Option(names = "--all", description = "Add all feeds that are found.")
    private boolean all;

    @Option(names = "--to", paramLabel = "FILE", description = "Configuration to add to; default: as --config.")
    private Optional<Path> to = Optional.empty();

    @Option(names = "--dry-run", description = "Only print what would be added.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (all && id.isPresent()) {
            throw Wrong.use("wirebell feeds add: --id names one feed, --all adds several");
        }
        var file = to.orElseGet(configured::file);
        var sources = SourcesFile.open(file);
        var url = url();
        sources.idOf(url).ifPresent(known -> {
            throw Wrong.use(url + " is configured already, as " + known);
        });
        var feeds = find(url, sources);
        try (var out = Output.lines()) {
            for (var feed : feeds) {
                out.println(row(feed));
            }
            take(feeds, sources);
            out.println();
            out.println(sources.block());
        }
        if (!dryRun) {
            sources.write();
            System.err.println("added to " + file + ": " + String.join(", ", sources.added()));
        }
        return 0;
    }

    private URI url() {
        var full = address.matches("(?i)[a-z][a-z0-9+.-]*://.*") ? address : "https://" + address;
        try {
            var url = URI.create(full.strip());
            if (url.getHost() != null && full.matches("(?i)https?://.*")) {
                return url;
            }
        } catch (IllegalArgumentException _) { // said below
        }
        throw Wrong.use(address + " is no web address");
    }

    private static List<Found> find(URI url, SourcesFile sources) throws InterruptedException {
        try (var finder = FeedFinder.open(sources.config().ingest(), InstantSource.system())) {
            return switch (finder.find(url)) {
                case Answer.Feeds(var feeds) -> feeds;
                case Answer.Nothing(var why) -> throw Wrong.failed("no feed found: " + why);
            };
        }
    }

    /** The first is the main one; those that are there already are left out. */
    private void take(List<Found> feeds, SourcesFile sources) {
        for (var feed : all ? feeds : List.of(main(feeds))) {
            var known = sources.idOf(feed.url());
            if (known.isPresent() && !all) {
                throw Wrong.use(feed.url() + " is configured already, as " + known.get());
            } else if (known.isPresent()) {
                System.err.println("left out " + feed.url() + ": is there already, as " + known.get());
            } else if (id.isPresent()) {
                sources.add(id.get(), feed.url(), feed.title());
            } else {
                sources.add(feed.url(), feed.title());
            }
        }
        if (sources.added().isEmpty()) {
            throw Wrong.use("all of these are configured already");
        }
    }

    private static Found main(List<Found> feeds) {
        return feeds.stream()
                .filter(feed -> feed.items() > 0 && !feed.comments())
                .findFirst()
                .orElseGet(feeds::getFirst);
    }

    private static String row(Found feed) {
        return "%-9s %5d items  newest %-20s  %s  %s"
                .formatted(
                        feed.format(),
                        feed.items(),
                        feed.newest().map(Instant::toString).orElse("-"),
                        feed.url(),
                        feed.title());
    }
}
