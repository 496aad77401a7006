package org.wirebell.ingest.edge;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Dns;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.read.Discovery;
import org.wirebell.ingest.read.Hints;
import org.wirebell.ingest.read.Reader;
import org.wirebell.ingest.read.Reading;
import org.wirebell.ingest.web.AddressGuard;
import org.wirebell.ingest.web.OkHttpWeb;
import org.wirebell.ingest.web.Web;

/**
 * Finds the feeds of a site, given any address of it. A feed's own address costs one request, since its answer is what is
 * read; a page is searched for feeds, and only when it names none are the usual addresses tried, politely, one by one.
 */
public final class FeedFinder implements AutoCloseable {
    /** Of one page; a site with more feeds has a page that lists them. */
    private static final int MOST_TRIED = 12;

    private final Web web;

    FeedFinder(Web web) {
        this.web = web;
    }

    /** With the limits, the name and the guard that polling has. */
    public static FeedFinder open(IngestConfig config, InstantSource clock) {
        var guard = config.allowPrivateFeeds() ? AddressGuard.open(Dns.SYSTEM) : AddressGuard.publicOnly(Dns.SYSTEM);
        return new FeedFinder(new OkHttpWeb(config.limits(), config.userAgent(), guard, clock));
    }

    /** What came of a search. */
    public sealed interface Answer {
        /** The main feed first, feeds of comments last; never empty. */
        record Feeds(List<Found> feeds) implements Answer {
            public Feeds {
                feeds = List.copyOf(feeds);
            }
        }

        /** Nothing, and what was found instead. */
        record Nothing(String why) implements Answer {}
    }

    /**
     * A feed that was fetched and read.
     *
     * @param url where it is to be polled: where a permanent redirect leads, else as it was asked for
     * @param format as {@link Reading#format}
     * @param newest the newest date among its items
     */
    public record Found(URI url, String title, String format, int items, Optional<Instant> newest, boolean comments) {}

    public Answer find(URI address) throws InterruptedException {
        return switch (get(address)) {
            case Web.Reply.Fresh fresh -> {
                var itself = feed(new Discovery.Candidate(address, "", Discovery.Way.DECLARED, false), fresh);
                yield itself.isPresent() ? new Answer.Feeds(List.of(itself.get())) : search(address, fresh);
            }
            case Web.Reply.NotModified _ -> new Answer.Nothing(address + ": answered 304 to a first request");
            case Web.Reply.Failed(var why, var detail, var _, var _) -> new Answer.Nothing(said(why, detail));
        };
    }

    private Answer search(URI address, Web.Reply.Fresh page) throws InterruptedException {
        var from = URI.create(page.known().url());
        var discovery = Discovery.of(page.body(), from, page.contentType());
        var named = tried(discovery.candidates(), false);
        if (!named.isEmpty()) {
            return new Answer.Feeds(named);
        }
        if (discovery.obstacle().isPresent()) { // its other addresses would show the same
            return new Answer.Nothing(address + ": is " + discovery.obstacle().get() + ", and names no feed");
        }
        var guessed = tried(Discovery.guesses(from), true);
        return guessed.isEmpty() ? new Answer.Nothing(nothing(address, page, discovery)) : new Answer.Feeds(guessed);
    }

    private static String nothing(URI address, Web.Reply.Fresh page, Discovery discovery) {
        var reading = Reader.read(page.body(), Hints.fetched("", page.known().url(), page.contentType()));
        var what = reading.problem().map(problem -> problem.detail()).orElse(address + ": is no feed");
        var named = discovery.candidates().isEmpty()
                ? "names no feed"
                : "names " + discovery.candidates().size() + " addresses that are no feeds, the first "
                        + discovery.candidates().getFirst().url();
        return what + "; the page " + named + ", and none was found where feeds usually lie";
    }

    /** Those of the candidates that are feeds. */
    private List<Found> tried(List<Discovery.Candidate> candidates, boolean oneIsEnough) throws InterruptedException {
        var found = new ArrayList<Found>();
        for (var candidate : candidates.subList(0, Math.min(MOST_TRIED, candidates.size()))) {
            switch (get(candidate.url())) {
                case Web.Reply.Fresh fresh ->
                    feed(candidate, fresh).filter(it -> isNew(it, found)).ifPresent(found::add);
                case Web.Reply.NotModified _ -> {}
                case Web.Reply.Failed(var why, var _, var _, var _)
                when why == Why.WAITING -> {
                    return found; // the host has had enough of us
                }
                case Web.Reply.Failed _ -> {}
            }
            if (oneIsEnough && !found.isEmpty()) {
                return found;
            }
        }
        return found;
    }

    private static boolean isNew(Found feed, List<Found> found) {
        return found.stream().noneMatch(other -> other.url().equals(feed.url()));
    }

    private static Optional<Found> feed(Discovery.Candidate candidate, Web.Reply.Fresh fresh) {
        var reading = Reader.read(fresh.body(), Hints.fetched("", fresh.known().url(), fresh.contentType()));
        if (reading.problem().isPresent()) {
            return Optional.empty();
        }
        var newest = reading.items().stream()
                .flatMap(item -> item.updated().or(item::published).stream())
                .max(Comparator.naturalOrder());
        return Optional.of(new Found(
                fresh.moved().orElse(candidate.url()),
                reading.title().isEmpty() ? candidate.title() : reading.title(),
                reading.format(),
                reading.items().size(),
                newest,
                candidate.comments()));
    }

    private Web.Reply get(URI url) throws InterruptedException {
        return web.get(new Web.Ask(url, Web.Known.NOTHING, Map.of()));
    }

    private static String said(Why why, String detail) {
        var more = detail.endsWith(" 401") || detail.endsWith(" 403")
                ? " (a sign-in is needed, or programs are kept out)"
                : "";
        return why.word() + ": " + detail + more;
    }

    @Override
    public void close() {
        web.close();
    }
}
