package org.wirebell.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirebell.desk.board.Board;
import org.wirebell.model.Alert;
import org.wirebell.model.Priority;

/** Two hundred readers of the live stream, ten of which do not keep up, and a desk that is started anew: each sees every alert once. */
class CrowdTest {
    private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");
    private static final int CLIENTS = 200;
    private static final int SLOW = 10;
    private static final int ALERTS = 120; // the first third before the restart, the second while the desk is away
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern TITLE = Pattern.compile("\"title\":\"(Alert \\d+)");

    private final DeskConfig config = DeskConfig.defaults().at("127.0.0.1", 0);
    private SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** Reads as a browser does: what it heard last is where it goes on. */
    private static final class Client {
        final Map<String, Integer> seen = new ConcurrentHashMap<>();
        private final CountDownLatch reads;
        private String last;

        /**
         * @param reads nothing is read before it is open
         */
        Client(String from, CountDownLatch reads) {
            last = from;
            this.reads = reads;
        }

        /** Until the line is cut. */
        void read(int port) {
            try (var line = new Socket()) {
                line.setReceiveBufferSize(4_096);
                line.connect(new InetSocketAddress("127.0.0.1", port));
                var ask = "GET /stream HTTP/1.0\r\nHost: localhost\r\nLast-Event-ID: " + last + "\r\n\r\n";
                line.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
                var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
                reads.await();
                listen(in);
            } catch (IOException _) {
                return; // cut
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private void listen(BufferedReader in) throws IOException {
            var id = "";
            var title = "";
            for (var text = in.readLine(); text != null; text = in.readLine()) {
                var found = TITLE.matcher(text);
                if (text.startsWith("id: ")) {
                    id = text.substring(4);
                } else if (text.startsWith("data: ") && found.find()) {
                    title = found.group(1);
                } else if (text.isEmpty() && !id.isEmpty()) { // only now it is whole
                    last = id;
                    if (!title.isEmpty()) {
                        seen.merge(title, 1, Integer::sum);
                    }
                    id = "";
                    title = "";
                }
            }
        }
    }

    private Desk start(Board board) {
        meters = new SimpleMeterRegistry();
        return Desk.start(config, board, meters, InstantSource.fixed(NOW), List.of());
    }

    private static Alert alert(Invented news, int n) {
        var e = Invented.evidence("coastwire", "h", "https://coastwire.example/" + n, "Number " + n + " died.", "" + n);
        return news.alert("a" + n, Priority.NORMAL, "Alert " + n, "police", e, Duration.ofMinutes(1_000 - n));
    }

    private static void put(Invented news, int from, int to) {
        IntStream.range(from, to).forEach(n -> news.put(alert(news, n)));
    }

    private double open() {
        return meters.get("wirebell.desk.streams").gauge().value();
    }

    @Test
    @Timeout(240)
    void seesEveryAlertOnce() throws InterruptedException {
        var board = Desk.board(config);
        var news = new Invented(board, NOW);
        news.put(alert(news, 0)); // so that there is a position
        var first = start(board);
        int port = first.port();
        var from = board.position().text();
        var restarted = new CompletableFuture<Integer>();
        var now = new CountDownLatch(0);
        var later = new CountDownLatch(1);
        var clients = new ArrayList<Client>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < CLIENTS; i++) {
            var client = new Client(from, i < SLOW ? later : now);
            clients.add(client);
            threads.add(Thread.ofVirtual().start(() -> {
                client.read(port);
                client.read(restarted.join());
            }));
        }
        await().atMost(PATIENCE).until(() -> open() == CLIENTS);
        put(news, 1, 40);
        await().atMost(PATIENCE).until(() -> quick(clients).allMatch(c -> c.seen.size() == 39));
        first.close();

        board = Desk.board(config); // the topics are read anew, and hold more by now
        news = new Invented(board, NOW);
        put(news, 0, 80);
        try (var second = start(board)) {
            later.countDown();
            restarted.complete(second.port());
            await().atMost(PATIENCE).until(() -> open() == CLIENTS);
            put(news, 80, ALERTS);
            await().atMost(PATIENCE).until(() -> clients.stream().allMatch(c -> c.seen.size() == ALERTS - 1));
        }
        for (var thread : threads) {
            thread.join();
        }
        assertThat(clients).allSatisfy(c -> assertThat(c.seen.values()).containsOnly(1));
        assertThat(meters.counter("wirebell.desk.streams.reset").count()).isZero();
    }

    private static Stream<Client> quick(List<Client> clients) {
        return clients.stream().skip(SLOW);
    }
}
