package org.wirebell.ingest.edge;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirebell.ingest.article.Article;
import org.wirebell.ingest.article.SameStory;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.web.Web;
import org.wirebell.model.Item;

/** Asks for the page of one item and says what is there, if the site lets robots have it. */
record ArticlePage(Map<String, String> selectors, RobotsTxt robots, Web web, Readers readers) {
    /** What a page must say more than the feed did, in characters, to be worth an item's text. */
    private static final int MORE = 100;
    /** As with feeds: a book of 50,000 words. */
    private static final int LONGEST = 300_000;
    /** What is noted of a page's wishes to robots. */
    private static final List<String> WISHES =
            List.of("noarchive", "nosnippet", "noindex", "none", "noai", "noimageai", "notranslate");

    /**
     * What was found.
     *
     * @param why the network's reason, when it was one
     * @param article only when it was taken
     */
    record Found(ArticleOutcome outcome, String detail, Optional<Why> why, Optional<Article> article) {
        static Found nothing(ArticleOutcome outcome, String detail) {
            return new Found(outcome, detail, Optional.empty(), Optional.empty());
        }
    }

    /** @param patience how long a pause that the site asks for may be */
    Found read(Item item, URI page, Duration patience) throws InterruptedException {
        switch (robots.ask(page, patience)) {
            case RobotsTxt.Answer.Closed(var why) -> {
                return Found.nothing(ArticleOutcome.ROBOTS, why);
            }
            case RobotsTxt.Answer.Open(var pause) -> Thread.sleep(pause);
        }
        return switch (web.get(Web.Ask.page(page))) {
            case Web.Reply.Fresh fresh -> read(item, page, fresh, patience);
            case Web.Reply.NotModified _ -> Found.nothing(ArticleOutcome.FAILED, "answered \"not modified\"");
            case Web.Reply.Failed failed ->
                new Found(ArticleOutcome.FAILED, failed.detail(), Optional.of(failed.why()), Optional.empty());
        };
    }

    private Found read(Item item, URI page, Web.Reply.Fresh fresh, Duration patience) throws InterruptedException {
        var type = fresh.contentType().toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        if (!type.isEmpty() && !type.equals("text/html") && !type.equals("application/xhtml+xml")) {
            return Found.nothing(ArticleOutcome.NOT_HTML, type);
        }
        var landed = landed(page, fresh);
        if (!landed.getHost().equalsIgnoreCase(page.getHost())
                && robots.ask(landed, patience) instanceof RobotsTxt.Answer.Closed(var why)) {
            return Found.nothing(ArticleOutcome.ROBOTS, why);
        }
        var selector = selectors.getOrDefault(landed.getHost(), selectors.getOrDefault(page.getHost(), ""));
        return judged(item, readers.article(fresh.body(), fresh.contentType(), selector), fresh.robots());
    }

    /** Where the redirects ended; an address that Java's reading of the standard refuses is no reason to give up. */
    private static URI landed(URI page, Web.Reply.Fresh fresh) {
        try {
            var landed = new URI(fresh.known().url());
            return landed.getHost() == null ? page : landed;
        } catch (URISyntaxException _) {
            return page;
        }
    }

    private static Found judged(Item item, Article article, List<String> header) {
        if (article.paid()) {
            return Found.nothing(ArticleOutcome.PAID, "");
        }
        if (!SameStory.tells(article, item.headline() + " " + item.text())) {
            return Found.nothing(ArticleOutcome.OTHER_STORY, "\"" + article.title() + "\"");
        }
        if (article.text().length() < item.text().length() + MORE) {
            return Found.nothing(ArticleOutcome.NO_MORE, "");
        }
        return new Found(ArticleOutcome.TAKEN, "", Optional.empty(), Optional.of(noted(article, header)));
    }

    private static Article noted(Article article, List<String> header) {
        var text = article.text();
        var wishes = Stream.concat(
                        article.robots().stream(),
                        header.stream()
                                .flatMap(value -> Arrays.stream(
                                        value.toLowerCase(Locale.ROOT).split("[,\\s]+"))))
                .filter(WISHES::contains)
                .distinct()
                .toList();
        return new Article(
                text.substring(0, Math.min(LONGEST, text.length())),
                article.from(),
                article.title(),
                false,
                wishes,
                article.notes());
    }
}
