package org.wirebell.ingest.edge;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.ingest.article.Teaser;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.web.Web;
import org.wirebell.model.Item;

/**
 * Completes items that carry a teaser only with the text of their page, before they are handed over: so there is one
 * version of them and not two, and what is remembered of a feed goes by what the feed said. Items wait for that no longer
 * than the configuration grants to one answer of a source; a failure of whatever kind leaves the teaser.
 */
final class Articles {
    private static final Logger LOG = LoggerFactory.getLogger(Articles.class);
    /** A host that failed or dawdled is left alone for so long, lest each poll wait for it in vain. */
    private static final Duration RECOVERY = Duration.ofMinutes(10);
    /** Links may lead to ever new hosts. */
    private static final int MOST_HOSTS = 5_000;
    /** Of all fetches that go on at the same time, this share may be for pages: feeds always find a turn. */
    private static final int SHARE = 4;

    private final ArticlesConfig config;
    private final Set<String> wanting;
    private final ArticlePage pages;
    private final IngestMeters meters;
    private final InstantSource clock;
    private final Semaphore turns;
    private final ConcurrentMap<String, Instant> failed = new ConcurrentHashMap<>();

    Articles(IngestConfig config, Web web, Readers readers, IngestMeters meters, InstantSource clock) {
        this.config = config.articles();
        this.wanting = config.sources().entrySet().stream()
                .filter(source -> source.getValue().articles().orElse(false))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        this.pages = new ArticlePage(
                config.articles().selectors(), new RobotsTxt(web, config.userAgent(), clock), web, readers);
        this.meters = meters;
        this.clock = clock;
        this.turns = new Semaphore(Math.max(1, config.limits().fetches() / SHARE), true);
    }

    /** Takes items that are ready. */
    interface Delivery {
        void deliver(List<Item> ready) throws InterruptedException;
    }

    /** Hands all items on, in their order; none waits for the page of an item behind it. */
    void complete(String source, List<Item> items, Delivery delivery) throws InterruptedException {
        if (!wanting.contains(source)) {
            delivery.deliver(items);
            return;
        }
        long deadline = System.nanoTime() + config.within().toNanos();
        int asked = 0;
        var ready = new ArrayList<Item>();
        for (var item : items) {
            var page = Teaser.rest(item);
            if (page.isPresent() && !ready.isEmpty()) {
                delivery.deliver(List.copyOf(ready));
                ready.clear();
            }
            ready.add(page.isPresent() ? completed(item, page.get(), deadline, asked++) : item);
        }
        delivery.deliver(ready);
    }

    private Item completed(Item item, URI page, long deadline, int asked) throws InterruptedException {
        long start = System.nanoTime();
        var found = asked < config.most()
                ? bounded(item, page, deadline)
                : ArticlePage.Found.nothing(ArticleOutcome.LATE, "one of more than " + config.most() + " at a time");
        meters.article(item.source(), found.outcome(), Duration.ofNanos(System.nanoTime() - start));
        return told(item, page, found);
    }

    /** A thread of its own can be left behind at the deadline, wherever it hangs. */
    private ArticlePage.Found bounded(Item item, URI page, long deadline) throws InterruptedException {
        var now = clock.instant();
        if (now.isBefore(failed.getOrDefault(page.getHost(), Instant.MIN))) {
            return ArticlePage.Found.nothing(ArticleOutcome.FAILED, page.getHost() + " failed a while ago");
        }
        var left = Duration.ofNanos(deadline - System.nanoTime());
        if (!turns.tryAcquire(Math.max(0, left.toNanos()), TimeUnit.NANOSECONDS)) {
            return ArticlePage.Found.nothing(ArticleOutcome.LATE, "no turn within " + config.within());
        }
        var work = new FutureTask<>(() -> pages.read(item, page, Duration.ofNanos(deadline - System.nanoTime())));
        Thread.ofVirtual().name("article-" + item.source()).start(work);
        try {
            var found = work.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (found.why().filter(Articles::isTrouble).isPresent()) {
                rest(page, now);
            }
            return found;
        } catch (TimeoutException _) {
            rest(page, now);
            return ArticlePage.Found.nothing(ArticleOutcome.LATE, "not read within " + config.within());
        } catch (ExecutionException e) {
            LOG.error("feed {}: page {} could not be read", item.source(), page, e.getCause());
            return ArticlePage.Found.nothing(ArticleOutcome.FAILED, String.valueOf(e.getCause()));
        } finally {
            work.cancel(true);
            turns.release();
        }
    }

    private void rest(URI page, Instant now) {
        if (failed.size() >= MOST_HOSTS) {
            failed.clear();
        }
        failed.put(page.getHost(), now.plus(RECOVERY));
    }

    private static boolean isTrouble(Why why) {
        return switch (why) {
            case TIMEOUT, UNREACHABLE, TLS, HTTP_5XX, CHALLENGED, WAITING -> true;
            default -> false;
        };
    }

    private static Item told(Item item, URI page, ArticlePage.Found found) {
        var notes = new ArrayList<>(item.notes());
        var more = new HashMap<>(item.more());
        var outcome = Words.lower(found.outcome()).replace('_', ' ');
        if (found.article().isEmpty()) {
            notes.add("text is the feed's teaser: page " + outcome
                    + (found.detail().isEmpty() ? "" : ": " + found.detail()));
            return item.told(item.summary(), item.body(), notes, more);
        }
        var article = found.article().get();
        notes.add("text taken from " + page);
        more.put("bodyFrom", Words.lower(article.from()));
        if (!article.robots().isEmpty()) {
            more.put("pageRobots", article.robots());
        }
        var teaser = Optional.of(item.summary()).filter(text -> !text.isEmpty()).orElse(item.body());
        return item.told(teaser, article.text(), notes, more);
    }
}
