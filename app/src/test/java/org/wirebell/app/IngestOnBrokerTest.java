package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;
import org.wirebell.model.Dead;
import org.wirebell.model.Item;

/** The ingest role against a real broker: what comes in by feed, folder and push, and what a restart makes of it. */
class IngestOnBrokerTest {
    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    private static final String NO_WIRE = "\u0001\u0002 this is no wire \u0003";

    @TempDir
    Path folder;

    private Loopback publisher;

    @BeforeEach
    void open() throws IOException {
        publisher = Loopback.start();
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void sendsNothingAgainAfterARestart() throws Exception {
        var rig = Rig.of(BROKER, "ingest-restart", folder);
        publisher.serve("/pier", News.rss(story("a"), story("b"), story("c")));
        try (var station = feed(rig)) {
            rig.until("three items", () -> rig.values(rig.topics().items()).size() == 3);
            rig.until(
                    "feed in order",
                    () -> station.sources().getFirst().lastSuccess().isPresent());
        }
        assertThat(rig.values(rig.topics().feeds()).getLast().source()).isEqualTo("pier");

        int before = publisher.asked("/pier").size();
        try (var _ = feed(rig)) { // no validators are served: only what was seen keeps the three from coming again
            rig.until("two fetches", () -> publisher.asked("/pier").size() >= before + 2);
            publisher.serve("/pier", News.rss(story("d"), story("a"), story("b"), story("c")));
            rig.until("the fourth", () -> rig.values(rig.topics().items()).size() > 3);
        }
        assertThat(rig.values(rig.topics().items()).stream().map(Item::id))
                .containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(rig.records(rig.topics().items()))
                .allMatch(r -> r.key().equals(r.value().family())
                        && r.timestamp() == r.value().received().orElseThrow().toEpochMilli());
        assertThat(rig.values(rig.topics().dead())).isEmpty();
    }

    @Test
    void keepsTheBytesOfADocumentThatIsNoFeedOnce() throws Exception {
        var rig = Rig.of(BROKER, "ingest-dead", folder);
        var page = "<!doctype html><html><body><p>Our feed has moved — désolé</p></body></html>";
        publisher.serve("/pier", page);
        try (var _ = feed(rig)) {
            rig.until("four fetches", () -> publisher.asked("/pier").size() >= 4);
            publisher.serve("/pier", News.rss(story("a")));
            rig.until("an item", () -> rig.values(rig.topics().items()).size() == 1);
        }
        var dead = rig.records(rig.topics().dead());
        assertThat(dead).hasSize(1);
        assertThat(new String(dead.getFirst().value(), StandardCharsets.UTF_8)).isEqualTo(page);
        assertThat(header(dead.getFirst(), Dead.WHERE)).isEqualTo("ingest");
        assertThat(header(dead.getFirst(), Dead.SOURCE)).isEqualTo("pier");
        assertThat(header(dead.getFirst(), Dead.WHY)).isEqualTo("not_a_feed");
        assertThat(header(dead.getFirst(), Dead.DETAIL)).containsIgnoringCase("html");
        assertThat(Instant.parse(header(dead.getFirst(), Dead.AT))).isBefore(Instant.now());
    }

    @Test
    void movesDroppedFilesAndSaysWhyOneFailed() throws Exception {
        var rig = Rig.of(BROKER, "ingest-folder", folder);
        var drop = Files.createDirectories(folder.resolve("drop"));
        try (var _ = rig.start(
                EnumSet.of(Role.INGEST),
                "ingest: {folders: {coastwire: {path: \"${folder}/drop\", every: PT0.1S}}}\n",
                System.err)) {
            drop(drop, "bad.bin", NO_WIRE);
            drop(drop, "good.xml", News.rss(story("a")));
            var why = drop.resolve("_failed").resolve("bad.bin.why.txt");
            rig.until("good one taken", () -> Files.exists(drop.resolve("_done").resolve("good.xml")));
            rig.until("bad one set aside", () -> Files.exists(why) && Files.size(why) > 0);
            assertThat(drop.resolve("_failed").resolve("bad.bin")).hasContent(NO_WIRE);
            assertThat(Files.readString(why)).startsWith("unknown_format: ").contains("bad.bin");
        }
        assertThat(rig.values(rig.topics().items()).stream().map(Item::family)).containsExactly("coastwire|a");
        assertThat(rig.values(rig.topics().dead())).containsExactly(NO_WIRE.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void takesAPushOnlyWithItsToken() throws Exception {
        var rig = Rig.of(BROKER, "ingest-push", folder);
        Files.writeString(folder.resolve("token"), "open-sesame\n");
        var settings = "ingest: {push: {host: 127.0.0.1, port: 0, token-file: \"${folder}/token\"}}\n";
        try (var station = rig.start(EnumSet.of(Role.INGEST), settings, System.err);
                var http = HttpClient.newHttpClient()) {
            var feed = News.rss(story("a"), story("b"));
            assertThat(push(http, station, "", feed).statusCode()).isEqualTo(401);
            assertThat(push(http, station, "Bearer open-says-me", feed).statusCode())
                    .isEqualTo(401);
            var taken = push(http, station, "Bearer open-sesame", feed);
            assertThat(taken.statusCode()).isEqualTo(202);
            assertThat(taken.body()).contains("\"items\":2");
            var refused = push(http, station, "Bearer open-sesame", NO_WIRE);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("unknown_format");
        }
        assertThat(rig.values(rig.topics().items()).stream().map(Item::family))
                .containsExactlyInAnyOrder("meridian|a", "meridian|b");
        assertThat(rig.values(rig.topics().dead())).containsExactly(NO_WIRE.getBytes(StandardCharsets.UTF_8));
    }

    private Station feed(Rig rig) throws IOException, InterruptedException {
        return rig.start(EnumSet.of(Role.INGEST), """
                ingest:
                  allow-private-feeds: true
                  limits: {host-gap: PT0S}
                  pace: {every: PT0.1S, floor: PT0.1S, ceiling: PT0.3S, patience: PT0S}
                  sources: {pier: {url: "%s"}}
                """.formatted(publisher.at("/pier")), System.err);
    }

    private static String story(String id) {
        return News.entry(
                id,
                "Harbour story " + id,
                "The harbour talked about " + id + ".",
                Instant.now().minus(Duration.ofHours(3)));
    }

    private static void drop(Path folder, String name, String text) throws IOException {
        var partial = Files.writeString(folder.resolve(name + ".part"), text);
        Files.move(partial, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static HttpResponse<String> push(HttpClient http, Station station, String authorization, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + station.pushPort() + "/push/meridian"))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .orElse("");
    }
}
