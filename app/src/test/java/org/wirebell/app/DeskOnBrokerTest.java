package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;
import org.wirebell.model.Json;
import org.wirebell.model.StoredRule;

/** All roles in one process against a real broker: what the page's API, its live stream and the operators' door show. */
class DeskOnBrokerTest {
    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    @TempDir
    static Path folder;

    private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Rig rig;
    private static Loopback publisher;
    private static Station station;

    @BeforeAll
    static void start() throws Exception {
        publisher = Loopback.start();
        publisher.serve("/pier", News.rss());
        publisher.serve("/broken", "<html><body>moved</body></html>");
        rig = Rig.of(BROKER, "desk", folder);
        station = rig.start(
                EnumSet.allOf(Role.class),
                """
                ingest:
                  allow-private-feeds: true
                  limits: {host-gap: PT0S}
                  pace: {every: PT0.2S, floor: PT0.1S, ceiling: PT1S, patience: PT0S}
                  sources: {pier: {url: "PIER"}, gone: {url: "GONE"}, broken: {url: "BROKEN"}}
                alerts:
                  application-id: ${name}-alerts
                  state-dir: "${folder}/alerts"
                  rules:
                    - {id: toll, priority: urgent, receivers: [console], figure: {category: [killed], first: true}}
                    - {id: never, query: zzyzx, desk: night}
                  desks: {night: {zone: Europe/Paris, quiet: {from: "23:00", to: "07:00"}}}
                desk: {port: 0}
                """.replace("PIER", publisher.at("/pier").toString())
                        .replace("GONE", publisher.at("/gone").toString())
                        .replace("BROKEN", publisher.at("/broken").toString()),
                new PrintStream(PRINTED, true, StandardCharsets.UTF_8));
    }

    @AfterAll
    static void close() {
        station.close();
        publisher.close();
        HTTP.shutdownNow();
    }

    @Test
    void showsAnAlertInTheApiAndOverTheLiveStream() throws Exception {
        var heard = new CopyOnWriteArrayList<String>();
        var stream = Thread.ofVirtual().start(() -> listen(heard));
        rig.until(
                "a stream is open",
                () -> metric("wirebell_desk_streams ").stream().anyMatch(line -> line.endsWith(" 1.0")));

        rig.send(News.toll("Kelmor", 1, 12));
        rig.until("shown by the API", () -> alert("Kelmor").containsKey("alert"));
        rig.until(
                "told over the stream",
                () -> heard.stream().anyMatch(line -> line.startsWith("data:") && line.contains("Kelmor")));
        stream.interrupt();

        var alert = (Map<?, ?>) alert("Kelmor").get("alert");
        assertThat(alert.get("rule")).isEqualTo("toll");
        assertThat(alert.get("priority")).isEqualTo("urgent");
        assertThat(String.valueOf(alert.get("claimant"))).contains("mine office");
        assertThat(String.valueOf(alert.get("evidence"))).contains("A mine collapse in Kelmor killed 12 people");
        assertThat(heard).anyMatch(line -> line.startsWith("id:"));
        rig.until("the series is listed", () -> desk("/api/series").contains("Kelmor"));
        rig.until("the story is listed", () -> desk("/api/stories").contains("Kelmor"));
        assertThat(desk("/stories")).contains("Kelmor");
        assertThat(desk("/api/feeds")).contains("pier", "gone", "broken");
        assertThat(desk("/")).contains("Kelmor");
    }

    @Test
    void takesWhatPersonsDo() throws Exception {
        rig.send(News.item( // in words of its own: near-copies are one story
                "bridge",
                1,
                "Bridge gives way over the Torvik",
                "Sixteen drivers died when the old road bridge over the Torvik gave way at noon, rescuers said.",
                Map.of()));
        rig.until("shown by the API", () -> alert("Torvik").containsKey("alert"));
        var id = ((Map<?, ?>) alert("Torvik").get("alert")).get("id");

        var acted = post("/api/alerts/" + id + "/actions", "{\"verb\":\"ack\",\"note\":\"calling the rescuers\"}");
        assertThat(acted.statusCode()).as(acted.body()).isEqualTo(201);
        rig.until("acknowledged", () -> alert("Torvik").toString().contains("calling the rescuers"));

        var made = post("/api/silences", "{\"rules\":[\"toll\"],\"places\":[\"nowhere\"],\"reason\":\"exercise\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        rig.until("silence comes around", () -> desk("/api/silences").contains("exercise"));

        var rule =
                "{\"text\":\"id: ten\\nreceivers: [console]\\nfigure: {category: [killed], at-least: 10, first: true}\"}";
        assertThat(post("/api/rules/check", rule).body()).contains("\"id\":\"ten\"", "\"desk\":\"main\"");
        assertThat(post("/api/rules/check", "{\"text\":\"id: ten\\nquerry: x\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("/api/rules/try", rule).body()).contains("Torvik");
        assertThat(post("/api/receivers/console/test", "{}").body()).contains("\"sent\":true");
        assertThat(desk("/api/sources.opml")).contains("<opml", "/pier");
        assertThat(desk("/feeds/rules/toll.atom")).contains("<entry>", "Torvik");
        assertThat(desk("/openapi.json")).contains("/api/alerts/{id}/actions");
    }

    @Test
    void tellsOfRulesThatHaveNotSpokenAndOfThoseThatCannot() throws Exception {
        var configured = Json.map(desk("/api/configured"));
        assertThat(configured.get("rules")).asString().contains("id=never", "desk=night", "text=id: never\n");
        assertThat(configured.get("desks")).asString().contains("desk=main", "desk=night", "from=23:00");
        assertThat(desk("/rules")).contains("never", "quiet 23:00\u201307:00", "Europe/Paris");
        var lost = new StoredRule(
                "lost",
                "nowhere",
                "id: lost\nquery: x\ndesk: nowhere",
                1,
                StoredRule.State.ACTIVE,
                "vera",
                Instant.now(),
                "",
                Map.of());
        rig.sendRaw(rig.topics().rules().name(), "lost", Json.write(lost));
        rig.until("told why", () -> desk("/rules").contains("which is not known here"));
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(at(station.deskPort().orElseThrow(), path))
                .header("X-Wire", "1")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void measuresTheWholePath() {
        publisher.serve(
                "/pier",
                News.rss(News.entry(
                        "quarry",
                        "Quarry slides in Parvel",
                        "A slide in Parvel killed 14 people, the police said.",
                        Instant.now())));
        rig.until("printed", () -> PRINTED.toString(StandardCharsets.UTF_8).contains("Parvel"));
        rig.until("lag measured", () -> metric("wirebell_consumer_lag{").size() == 3);
        rig.until(
                "dead letters counted",
                () -> !metric("wirebell_dead_records_total{").isEmpty());

        for (var outcome : List.of("feed=\"pier\",outcome=\"ok\"", "feed=\"gone\",outcome=\"http_4xx\"")) {
            assertThat(metric("wirebell_feed_fetch_seconds_count{" + outcome))
                    .as(outcome)
                    .hasSize(1);
        }
        assertThat(metric("wirebell_feed_last_success_timestamp_seconds{feed=\"pier\""))
                .hasSize(1);
        assertThat(metric("wirebell_feed_newest_item_timestamp_seconds{feed=\"pier\""))
                .hasSize(1);
        assertThat(metric("wirebell_feed_items_total{feed=\"pier\",kind=\"new\""))
                .hasSize(1);
        assertThat(metric("wirebell_feed_parse_failures_total{feed=\"broken\",why=\"not_a_feed\""))
                .hasSize(1);
        assertThat(metric("wirebell_items_processed_total{outcome=\"new\"")).hasSize(1);
        assertThat(metric("wirebell_updates_made_total{kind=\"first\"")).hasSize(1);
        for (var stage : List.of("extract", "match")) {
            assertThat(metric("wirebell_stage_run_seconds_bucket{stage=\"" + stage + "\""))
                    .as(stage)
                    .isNotEmpty();
        }
        rig.until(
                "latency",
                () -> metric("wirebell_alert_latency_seconds_bucket{priority=\"urgent\"")
                                .size()
                        > 5);
        assertThat(metric("wirebell_alerts_planned_seconds_bucket{priority=\"urgent\""))
                .isNotEmpty();
        assertThat(metric("wirebell_notices_planned_total{kind=\"new\"")).hasSize(1);
        rig.until(
                "notices",
                () -> metric("wirebell_notice_attempts_total{outcome=\"sent\",receiver=\"console\"")
                                .size()
                        == 1);
        assertThat(metric("wirebell_rules_loaded{outcome=\"ready\"} 2.0")).hasSize(1);
        assertThat(metric("wirebell_desk_ready 1.0")).hasSize(1);
        assertThat(metric("kafka_stream_")).isNotEmpty();
        assertThat(metric("jvm_memory_used_bytes")).isNotEmpty();
    }

    @Test
    void saysThatEveryPartIsWell() throws Exception {
        for (var door : List.of("/health/live", "/health/ready")) {
            var answer = get(station.operationsPort(), door);
            assertThat(answer.statusCode()).as(door).isEqualTo(200);
            assertThat(Json.map(answer.body()))
                    .containsOnlyKeys("kafka", "processor", "alerts", "desk", "ingest")
                    .containsValue("ready");
        }
    }

    /** The alert of the API whose evidence names this; empty while there is none. */
    private static Map<?, ?> alert(String name) throws Exception {
        var alerts = (List<?>) Json.map(desk("/api/alerts")).get("alerts");
        return alerts.stream()
                .<Map<?, ?>>map(told -> (Map<?, ?>) told)
                .filter(told -> told.toString().contains(name))
                .findFirst()
                .orElse(Map.of());
    }

    private static void listen(List<String> heard) {
        var request = HttpRequest.newBuilder(at(station.deskPort().orElseThrow(), "/stream"))
                .build();
        try (var lines = HTTP.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            lines.forEach(heard::add);
        } catch (IOException | UncheckedIOException e) { // the test hung up
            heard.add("ended: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String desk(String path) throws Exception {
        var answer = get(station.deskPort().orElseThrow(), path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** Lines of {@code /metrics} that begin so. */
    private static List<String> metric(String start) {
        try {
            return get(station.operationsPort(), "/metrics")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(start))
                    .toList();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(at(port, path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI at(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
