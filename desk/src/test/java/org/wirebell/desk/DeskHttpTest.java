package org.wirebell.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.util.JavalinBindException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.model.Json;

class DeskHttpTest {
    private static final Instant NOW = Instant.parse("2026-03-01T18:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeskConfig config = DeskConfig.defaults().at("127.0.0.1", 0);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Desk desk;

    DeskHttpTest() {
        var board = Desk.board(config);
        Preview.fill(board, NOW);
        desk = Desk.start(
                config,
                board,
                meters,
                InstantSource.fixed(NOW),
                List.of(c -> c.routes.get("/extra", ctx -> ctx.result("more"))));
    }

    @AfterEach
    void stop() {
        desk.close();
        http.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + desk.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/figures",
                "/stories",
                "/sources",
                "/api/alerts",
                "/assets/desk.js",
                "/nothing",
                "/api/alerts/none",
                "/extra"
            })
    void guardsEveryAnswer(String path) throws Exception {
        var headers = get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource(textBlock = """
                    /                            , 200, text/html
                    /?q=ferry                    , 200, text/html
                    /figures                     , 200, text/html
                    /figures?key=none            , 404, text/html
                    /stories                     , 200, text/html
                    /stories?id=none             , 404, text/html
                    /sources                     , 200, text/html
                    /alerts/none                 , 404, text/html
                    /nothing                     , 404, text/html
                    /assets/desk.css             , 200, text/css
                    /assets/theme.js             , 200, text/javascript
                    /assets/../DeskConfig.class  , 404, text/html
                    /api/alerts                  , 200, application/json
                    /api/alerts?since=yesterday  , 400, application/problem+json
                    /api/alerts/none             , 404, application/problem+json
                    /api/series                  , 200, application/json
                    /api/series/a/b              , 404, application/problem+json
                    /api/stories                 , 200, application/json
                    /api/stories?since=yesterday , 400, application/problem+json
                    /api/stories/none            , 404, application/problem+json
                    /api/feeds                   , 200, application/json
                    /api/dead                    , 200, application/json
                    /api/nothing                 , 404, application/problem+json
                    /stream?view=wrong           , 400, application/problem+json
                    """)
    void answers(String path, int status, String type) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(textBlock = """
                    ''                            , 15
                    ?q=ferry                      , 1
                    ?q=FLASH                      , 1
                    ?q=ostrel+police              , 8
                    ?q=ostrel+nobody              , 0
                    ?q=الدفاع                     , 1
                    ?since=2026-03-01T17:30:00Z   , 4
                    ?since=2026-03-01T17:30:00Z&q=urgent , 2
                    """)
    void findsAlerts(String query, int count) throws Exception {
        var q = query.isEmpty()
                ? ""
                : "?"
                        + URLEncoder.encode(query.substring(1), StandardCharsets.UTF_8)
                                .replace("%3D", "=")
                                .replace("%26", "&")
                                .replace("%2B", "+");
        var answer = Json.map(get("/api/alerts" + q).body());
        assertThat((List<?>) answer.get("alerts")).hasSize(count);
        assertThat((String) answer.get("position")).startsWith("a0:");
    }

    @Test
    void givesOneSeriesWithItsTimeLine() throws Exception {
        var key = URLEncoder.encode("killed|all|port adel|ferry||incident", StandardCharsets.UTF_8)
                .replace("+", "%20");
        assertThat(get("/api/series/" + key).body()).contains("\"points\":[{\"kind\":\"first\",\"value\":11");
        assertThat(get("/figures?key=" + key).body()).contains("<svg", "harbour office", "<table");
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    @Test
    void listsStoriesInShortAndGivesOneWhole() throws Exception {
        var answer = Json.map(get("/api/stories").body());
        assertThat((List<?>) answer.get("stories")).hasSize(4);
        assertThat((String) answer.get("position")).contains("s0:");
        assertThat((List<?>)
                        Json.map(get("/api/stories?since=2026-03-01T17:30:00Z").body())
                                .get("stories"))
                .hasSize(3);
        var one = Json.map(get("/api/stories/" + encoded(PreviewStories.FERRY)).body());
        assertThat(one.get("headline")).isEqualTo("Ferry sinks off Port Adel");
        assertThat((List<?>) one.get("members")).hasSize(7);
    }

    @Test
    void showsWhoseWordsWentWhere() throws Exception {
        assertThat(get("/stories?id=" + encoded(PreviewStories.FERRY)).body())
                .contains("Reprint", "Carried, edited", "+6 min", "At least", "31")
                .contains("How it was put together");
    }

    @Test
    void leadsFromAStoryToTheOneThatItWentInto() throws Exception {
        var page = get("/stories?id=" + encoded(PreviewStories.MOVED));
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElse(""))
                .endsWith("/stories?id=" + encoded(PreviewStories.FERRY));
        var api = get("/api/stories/" + encoded(PreviewStories.MOVED));
        assertThat(api.statusCode()).isEqualTo(302);
        assertThat(api.headers().firstValue("Location").orElse(""))
                .endsWith("/api/stories/" + encoded(PreviewStories.FERRY));
    }

    @Test
    void showsHostileTextAsText() throws Exception {
        var page = get("/").body();
        assertThat(page)
                .contains("&lt;img src=x onerror=", "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<img", "<script>", "href=\"javascript");
        assertThat(get("/stories").body()
                        + get("/stories?id=plain-news%7Cjavascript%3Aalert%281%29")
                                .body())
                .contains("&lt;img src=x onerror=")
                .doesNotContain("<img", "<script>", "href=\"javascript");
    }

    @Test
    void sendsAssetsOnce() throws Exception {
        var tag = get("/assets/desk.css").headers().firstValue("ETag").orElseThrow();
        assertThat(get("/assets/desk.css", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void servesTheRoutesOfTheApp() throws Exception {
        assertThat(get("/extra").body()).isEqualTo("more");
    }

    @Test
    void countsRequestsByPage() throws Exception {
        get("/");
        get("/alerts/none");
        get("/made-up/" + System.nanoTime());
        assertThat(meters.counter("wirebell.desk.requests", "page", "live", "status", "2xx")
                        .count())
                .isEqualTo(1);
        assertThat(meters.counter("wirebell.desk.requests", "page", "alerts", "status", "4xx")
                        .count())
                .isEqualTo(1);
        assertThat(meters.counter("wirebell.desk.requests", "page", "other", "status", "4xx")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void saysWhenThePortIsTaken() {
        var board = Desk.board(config);
        var same = config.at("127.0.0.1", desk.port());
        assertThatThrownBy(
                        () -> Desk.start(same, board, new SimpleMeterRegistry(), InstantSource.fixed(NOW), List.of()))
                .isInstanceOf(JavalinBindException.class)
                .hasMessageContaining("ort already in use");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void refusesPortsThatDoNotExist(int port) {
        assertThatThrownBy(() -> config.at("127.0.0.1", port)).hasMessage("port must be 0 to 65535, was " + port);
    }
}
