package org.wirebell.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirebell.desk.access.Access;
import org.wirebell.desk.access.SignIn;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.Source;
import org.wirebell.model.Alert;
import org.wirebell.model.Priority;

class StreamTest {
    private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeskConfig config = new DeskConfig(
            "127.0.0.1",
            0,
            "Desk",
            ZoneId.of("UTC"),
            Duration.ofDays(1),
            500,
            50,
            50,
            50,
            100,
            3,
            50,
            Duration.ofSeconds(1),
            Access.OPEN,
            SignIn.defaults());
    private Board board = Desk.board(config);
    private Invented news = new Invented(board, NOW);
    private Desk desk = start();

    private Desk start() {
        return Desk.start(config, board, meters, InstantSource.fixed(NOW), List.of());
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private Alert alert(int n) {
        var e = Invented.evidence("coastwire", "h", "https://coastwire.example/" + n, "Number " + n + " died.", "" + n);
        return news.alert("a" + n, Priority.NORMAL, "Alert " + n, "police", e, Duration.ofMinutes(1000 - n));
    }

    @Test
    void tellsWhatComes() throws Exception {
        try (var reader = new Sse(desk.port(), "", "")) {
            assertThat(reader.next().name()).isEqualTo("hello");
            news.put(alert(1));
            var event = reader.next();
            assertThat(event.name()).isEqualTo("alert");
            assertThat(event.id()).isEqualTo("a0:0");
            assertThat(event.data()).contains("\"title\":\"Alert 1\"");
        }
    }

    @Test
    void goesOnFromTheLastEventId() throws Exception {
        news.put(alert(1));
        String last;
        try (var reader = new Sse(desk.port(), "?from=" + board.position().text(), "")) {
            news.put(alert(2));
            last = reader.next().id();
        }
        news.put(alert(3));
        news.put(alert(4));
        try (var reader = new Sse(desk.port(), "", last)) {
            assertThat(reader.next().data()).contains("Alert 3");
            assertThat(reader.next().data()).contains("Alert 4");
            assertThat(reader.silent(Duration.ofMillis(300))).isTrue();
        }
    }

    @Test
    void goesOnAfterARestartOverTheSameTopics() throws Exception {
        news.put(alert(1));
        news.letter("ingest", "not-xml", "", "x");
        var heard = board.position().text();
        desk.close();
        board = Desk.board(config);
        news = new Invented(board, NOW);
        news.letter("ingest", "not-xml", "", "x"); // topics are read in another order this time
        news.put(alert(1));
        news.put(alert(2));
        desk = start();
        try (var reader = new Sse(desk.port(), "", heard)) {
            assertThat(reader.next().data()).contains("Alert 2");
            assertThat(reader.silent(Duration.ofMillis(300))).isTrue();
        }
    }

    @Test
    void tellsOfSeveralChangesToOneThingOnlyTheLast() throws Exception {
        for (int i = 0; i < 20; i++) {
            news.put(Invented.titled(alert(1), "Title " + i));
        }
        try (var reader = new Sse(desk.port(), "?from=a0:0", "")) {
            assertThat(reader.next().data()).contains("Title 19");
            assertThat(reader.silent(Duration.ofMillis(300))).isTrue();
        }
    }

    @Test
    void resetsOnceWhenThePositionIsTooOldOrStrange() throws Exception {
        for (int i = 0; i < 150; i++) { // 100 are held
            news.put(alert(i));
        }
        for (var id : List.of("a0:3", "nonsense", "a0:zzzz", "q9:1")) {
            try (var reader = new Sse(desk.port(), "", id)) {
                assertThat(reader.next().name()).as(id).isEqualTo("reset");
                news.put(alert(200));
                assertThat(reader.next().name()).isEqualTo("alert");
            }
        }
    }

    @Test
    void sendsOnlyWhatMatchesTheFilter() throws Exception {
        try (var reader = new Sse(desk.port(), "?q=alert+7", "")) {
            assertThat(reader.next().name()).isEqualTo("hello");
            news.put(alert(6));
            news.put(alert(7));
            assertThat(reader.next().data()).contains("Alert 7");
        }
    }

    @Test
    void sendsRowsToAScreen() throws Exception {
        try (var reader = new Sse(desk.port(), "?view=live", "")) {
            reader.next();
            news.put(Invented.titled(alert(1), "Two\nlines\r\nand an id: 9"));
            var event = reader.next();
            assertThat(event.data()).contains("[\"mark\",{},\"1\"]").contains("Two\\nlines");
            assertThat(event.id()).isEqualTo("a0:0");
        }
    }

    @Test
    void staysAwakeAndSaysHowFarItIs() throws Exception {
        try (var reader = new Sse(desk.port(), "", "")) {
            assertThat(reader.comment()).isEqualTo(": still here");
        }
    }

    @Test
    void refusesOneReaderTooMany() throws Exception {
        try (var a = new Sse(desk.port(), "", "");
                var b = new Sse(desk.port(), "", "");
                var c = new Sse(desk.port(), "", "")) {
            assertThat(List.of(a.next().name(), b.next().name(), c.next().name()))
                    .containsOnly("hello");
            assertThatThrownBy(() -> new Sse(desk.port(), "", "")).hasMessageContaining("503");
        }
        assertThat(meters.counter("wirebell.desk.streams.refused").count()).isEqualTo(1);
        await().until(() -> meters.get("wirebell.desk.streams").gauge().value() == 0);
    }

    @Test
    void cutsAReaderThatDoesNotRead() throws IOException, InterruptedException {
        try (var socket = new Socket("127.0.0.1", desk.port());
                var quick = new Sse(desk.port(), "", "")) {
            quick.next();
            socket.getOutputStream()
                    .write("GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            await().until(() -> meters.get("wirebell.desk.streams").gauge().value() == 2);
            var huge = "long ".repeat(200_000); // fills every buffer on the way
            var n = new int[1];
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        board.alert(
                                Source.ALERTS.at(0, n[0]), "a", java.util.Optional.of(Invented.titled(alert(1), huge)));
                        n[0]++;
                        while (!quick.silent(Duration.ofMillis(1))) {
                            // the quick reader keeps up
                        }
                        return meters.counter("wirebell.desk.streams.dropped").count() >= 1;
                    });
            await().until(() -> meters.get("wirebell.desk.streams").gauge().value() == 1);
            assertThat(meters.counter("wirebell.desk.streams.dropped").count()).isEqualTo(1);
        }
    }

    /** Jetty once waited for ever for a write that hung. */
    @Test
    @Timeout(20)
    void closesAlsoWhileAReaderHangs() throws IOException {
        try (var socket = new Socket("127.0.0.1", desk.port())) {
            socket.getOutputStream()
                    .write("GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            await().until(() -> meters.get("wirebell.desk.streams").gauge().value() == 1);
            var huge = "long ".repeat(200_000);
            for (int i = 0; i < 40; i++) { // fewer than would cut it
                news.put(Invented.titled(alert(i), huge));
            }
            desk.close();
        }
    }
}
