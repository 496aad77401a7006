package org.wirebell.ingest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebell.model.Samples.T0;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.ingest.due.Due;
import org.wirebell.ingest.due.Pace;
import org.wirebell.ingest.due.SourceConfig;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.web.AddressGuard;
import org.wirebell.ingest.web.Limits;
import org.wirebell.ingest.web.Loopback;
import org.wirebell.ingest.web.OkHttpWeb;
import org.wirebell.ingest.web.Web;
import org.wirebell.model.FeedState;
import org.wirebell.model.Item;

/** A feed of teasers and the pages behind it, on a server of our own. */
@Timeout(60)
class ArticlesTest {
    private static final Limits LIMITS = new Limits(
            200_000, Duration.ofSeconds(10), Duration.ofSeconds(2), 5, 8, Duration.ZERO, Duration.ofSeconds(1));
    private static final String TEASER = "Two ferries touched in thick fog outside Harbour Town.";
    private static final String STORY = "<p>Two ferries touched in thick fog outside Harbour Town on Tuesday morning,"
            + " injuring eleven passengers, the port authority said.</p><p>Both vessels reached the harbour under their own"
            + " power, and nobody was in danger of life, according to a first report of the harbour master.</p>"
            + "<p>The islands will be served by one ferry until Friday, the authority said.</p>";

    private final Web web = web(AddressGuard.open(Dns.SYSTEM));
    private final CountDownLatch never = new CountDownLatch(1);
    private volatile int robotsStatus = 404;
    private volatile String robots = "";
    private volatile String link = "/news/1";
    private volatile String title = "Ferries collide in fog";
    private volatile int items = 1;
    private final Loopback server = new Loopback(this::serve);

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/feed" -> Loopback.answer(exchange, 200, feed());
            case "/robots.txt" -> Loopback.answer(exchange, robotsStatus, robots);
            case "/check" ->
                page(exchange, 200, "<title>One moment</title><p>" + "We check that you are human. ".repeat(30));
            case "/paid" ->
                page(
                        exchange,
                        200,
                        "<script type='application/ld+json'>{\"isAccessibleForFree\": false}</script>" + STORY);
            case "/short" -> page(exchange, 200, "<p>" + TEASER + "</p>");
            case "/pdf" -> {
                exchange.getResponseHeaders().set("Content-Type", "application/pdf");
                Loopback.answer(exchange, 200, "%PDF-1.7 " + STORY);
            }
            case "/broken" -> page(exchange, 500, STORY);
            case "/missing" -> page(exchange, 404, STORY);
            case "/slow" -> hang();
            default -> {
                exchange.getResponseHeaders().set("X-Robots-Tag", "max-image-preview:large, noarchive");
                page(exchange, 200, "<title>Ferries collide</title><article>" + STORY + "</article>");
            }
        }
    }

    private static void page(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        Loopback.answer(exchange, status, "<!doctype html>" + body);
    }

    private void hang() {
        try {
            never.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String feed() {
        var entries = IntStream.range(0, items)
                .mapToObj(i -> "<item><guid isPermaLink='false'>g" + i + "</guid><title>" + title + "</title><link>"
                        + server.url(link + (i == 0 ? "" : "?story=" + i))
                        + "</link><description>" + TEASER
                        + "</description><pubDate>Sun, 01 Mar 2026 05:59:00 GMT</pubDate></item>")
                .collect(Collectors.joining());
        return "<rss version='2.0'><channel><title>Harbour Post</title>" + entries + "</channel></rss>";
    }

    @AfterEach
    void close() {
        never.countDown();
        server.close();
        web.close();
    }

    @Test
    void takesTheTextOfThePageAndKeepsTheTeaser() throws Exception {
        var desk = desk();
        poll(desk);
        var item = desk.items().getFirst();
        assertThat(item.body())
                .startsWith("Two ferries touched")
                .contains("\n\nBoth vessels")
                .endsWith("authority said.");
        assertThat(item.summary()).isEqualTo(TEASER);
        assertThat(item.more()).containsEntry("bodyFrom", "dom").containsEntry("pageRobots", List.of("noarchive"));
        assertThat(item.notes()).contains("text taken from " + server.url("/news/1"));
        assertThat(server.paths).containsExactly("/feed", "/robots.txt", "/news/1");
        assertThat(server.sent(2, "Accept")).startsWith("text/html");
        assertThat(count(desk, "taken")).isEqualTo(1);
    }

    @Test
    void aSecondPollSendsAndAsksNothing() throws Exception {
        var desk = desk();
        var first = poll(desk);
        items = 2; // a new one on the same page of the feed
        var poller = poller(desk, true);
        poller.poll(first);
        assertThat(desk.items()).extracting(Item::id).containsExactly("g0", "g1");
        assertThat(server.paths).containsExactly("/feed", "/robots.txt", "/news/1", "/feed", "/news/1");
    }

    @Test
    void aNewWordingIsAVersionWithTheTextOfThatMoment() throws Exception {
        var desk = desk();
        var first = poll(desk);
        title = "Ferries collide in fog, eleven injured";
        poller(desk, true).poll(first);
        assertThat(desk.items()).extracting(Item::headline).containsExactly("Ferries collide in fog", title);
        assertThat(desk.items()).extracting(Item::body).allMatch(body -> body.contains("Both vessels"));
    }

    @Test
    void isOffUnlessASourceWantsIt() throws Exception {
        var desk = Desk.reading(config(false, ArticlesConfig.defaults()), web);
        poll(desk);
        assertThat(desk.items()).extracting(Item::body).containsExactly(TEASER);
        assertThat(server.paths).containsExactly("/feed");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            /check   | other_story | page other story: "One moment"
            /paid    | paid        | page paid
            /short   | no_more     | page no more
            /pdf     | not_html    | page not html: application/pdf
            /broken  | failed      | answered 500
            /missing | failed      | answered 404
            """)
    void leavesTheTeaserWhereThePageIsNoArticle(String path, String outcome, String note) throws Exception {
        link = path;
        var desk = desk();
        poll(desk);
        var item = desk.items().getFirst();
        assertThat(item.text()).isEqualTo(TEASER);
        assertThat(item.more()).doesNotContainKey("bodyFrom");
        assertThat(String.join(";", item.notes())).contains(note);
        assertThat(count(desk, outcome)).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            200 | User-agent: *\\nDisallow: /news/                             | robots | asks not to fetch
            200 | User-agent: wirebell\\nDisallow: /\\n\\nUser-agent: *\\nAllow: / | robots | asks not to fetch
            200 | User-agent: other\\nDisallow: /                              | taken  | text taken
            200 | <html>Welcome</html>                                        | taken  | text taken
            404 | Not found                                                   | taken  | text taken
            403 | User-agent: *\\nDisallow: /                                  | taken  | text taken
            410 | Gone                                                        | taken  | text taken
            500 | Broken                                                      | robots | answered 500
            """)
    void doesWhatRobotsTxtSays(int status, String file, String outcome, String note) throws Exception {
        robotsStatus = status;
        robots = file.replace("\\n", "\n");
        var desk = desk();
        var first = poll(desk);
        assertThat(count(desk, outcome)).isEqualTo(1);
        assertThat(String.join(";", desk.items().getFirst().notes())).contains(note);
        items = 3;
        poller(desk, true).poll(first);
        assertThat(server.paths).as("asked for once").containsOnlyOnce("/robots.txt");
        assertThat(desk.items()).hasSize(3);
    }

    @Test
    void waitsBetweenVisitsAsLongAsTheSiteAsks() throws Exception {
        robotsStatus = 200;
        robots = "User-agent: *\nCrawl-delay: 60";
        items = 3;
        var desk = desk();
        poll(desk);
        assertThat(count(desk, "taken")).isEqualTo(1);
        assertThat(count(desk, "robots"))
                .as("a minute is longer than items may wait")
                .isEqualTo(2);
        assertThat(desk.items()).hasSize(3);
    }

    @Test
    void aSlowPageDelaysNoItemBeyondItsTimeAndIsNotTriedAgainAtOnce() throws Exception {
        link = "/slow";
        items = 3;
        var desk = Desk.reading(config(true, new ArticlesConfig(Map.of(), Duration.ofMillis(600), 10)), web);
        long start = System.nanoTime();
        poll(desk);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(desk.items()).hasSize(3).extracting(Item::text).containsOnly(TEASER);
        assertThat(count(desk, "late")).isEqualTo(1);
        assertThat(count(desk, "failed")).as("the host rests").isEqualTo(2);
        assertThat(server.paths).containsExactly("/feed", "/robots.txt", "/slow");
    }

    @Test
    void asksForNoMorePagesThanGranted() throws Exception {
        items = 4;
        var desk = Desk.reading(config(true, new ArticlesConfig(Map.of(), Duration.ofSeconds(10), 2)), web);
        poll(desk);
        assertThat(count(desk, "taken")).isEqualTo(2);
        assertThat(count(desk, "late")).isEqualTo(2);
        assertThat(desk.items()).extracting(Item::id).hasSize(4);
    }

    @Test
    void leavesBackfillAlone() throws Exception {
        var desk = desk();
        var poller = new Poller(
                "harbour",
                source(true),
                Map.of(),
                new Due(Pace.defaults()),
                Duration.ZERO, // everything on the first poll is old
                web,
                desk.handover);
        poller.poll(start());
        assertThat(desk.items()).allMatch(Item::backfill).extracting(Item::body).containsExactly(TEASER);
        assertThat(server.paths).containsExactly("/feed");
    }

    /** The test reaches its feed past the guard; pages go through it, as does robots.txt. */
    @Test
    void noPageLeadsInside() throws Exception {
        try (var strict = web(AddressGuard.publicOnly(Dns.SYSTEM))) {
            var desk = Desk.reading(config(true, ArticlesConfig.defaults()), strict);
            poll(desk);
            assertThat(desk.items()).extracting(Item::text).containsExactly(TEASER);
            assertThat(desk.items().getFirst().notes().toString()).contains("is not one that feeds are fetched from");
            assertThat(server.paths).containsExactly("/feed");
        }
    }

    @Test
    void theOperatorsSelectorWins() throws Exception {
        var selectors = Map.of("127.0.0.1", "article p:nth-child(-n+2)");
        var desk = Desk.reading(config(true, new ArticlesConfig(selectors, Duration.ofSeconds(10), 5)), web);
        poll(desk);
        assertThat(desk.items().getFirst().body()).contains("Both vessels").doesNotContain("until Friday");
        assertThat(desk.items().getFirst().more()).containsEntry("bodyFrom", "selector");
    }

    @Test
    void stopsAtOnceWhenInterrupted() throws Exception {
        link = "/slow";
        var desk = desk();
        var thread = Thread.ofVirtual().start(poller(desk, true));
        await().until(() -> server.paths.contains("/slow"));
        thread.interrupt();
        assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
        assertThat(desk.items()).isEmpty();
        assertThat(desk.states()).as("so the next start sends it").isEmpty();
    }

    private Desk desk() {
        return Desk.reading(config(true, ArticlesConfig.defaults()), web);
    }

    private FeedState poll(Desk desk) throws InterruptedException {
        return poller(desk, true).poll(start());
    }

    private Poller poller(Desk desk, boolean articles) {
        return new Poller(
                "harbour",
                source(articles),
                Map.of(),
                new Due(Pace.defaults()),
                Duration.ofHours(1),
                web,
                desk.handover);
    }

    private FeedState start() {
        return Standing.start("harbour", server.url("/feed").toString());
    }

    private static Web web(AddressGuard guard) {
        return new OkHttpWeb(LIMITS, "Wirebell/test (+https://wirebell.example)", guard, InstantSource.fixed(T0));
    }

    private SourceConfig source(boolean articles) {
        return new SourceConfig(
                server.url("/feed"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(articles),
                Map.of());
    }

    private IngestConfig config(boolean wanted, ArticlesConfig articles) {
        var defaults = IngestConfig.defaults();
        return new IngestConfig(
                Map.of("harbour", source(wanted)),
                defaults.folders(),
                defaults.mailboxes(),
                defaults.drops(),
                defaults.topics(),
                defaults.push(),
                defaults.websub(),
                defaults.priorities(),
                defaults.silence(),
                articles,
                Pace.defaults(),
                LIMITS,
                "Wirebell/test (+https://wirebell.example)",
                true,
                defaults.backfillOlderThan());
    }

    private static long count(Desk desk, String outcome) {
        return desk.meters.find("wirebell.article.fetch").tag("outcome", outcome).timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }
}
