package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.broker.EmbeddedBroker;
import org.wirebell.app.config.ConfigFile;
import org.wirebell.app.config.Loaded;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;

/** A cluster that is away when a role starts is waited for, and nobody is told meanwhile that the role is ready. */
class BrokerAwayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Test
    void isAliveButNotReadyUntilTheBrokerComes(@TempDir Path folder) throws Exception {
        int kafka = free();
        int operations = free();
        var config = config(kafka, operations);
        var station = CompletableFuture.supplyAsync(() -> start(config));
        try (var http = HttpClient.newHttpClient()) {
            await().atMost(PATIENCE)
                    .ignoreException(ConnectException.class)
                    .until(() -> get(http, operations, "/health/live") == 200);
            assertThat(get(http, operations, "/health/ready")).isEqualTo(503);
            assertThat(get(http, operations, "/metrics")).isEqualTo(200);
            assertThat(station).isNotDone();
            try (var _ = EmbeddedBroker.start(folder, kafka)) {
                await().atMost(PATIENCE).until(() -> get(http, operations, "/health/ready") == 200);
                station.join().close();
            }
        }
    }

    private static Station start(AppConfig config) {
        try {
            return Station.start(config, EnumSet.of(Role.INGEST), InstantSource.system(), System.err);
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    private static AppConfig config(int kafka, int operations) {
        var yaml = "kafka: {bootstrap: \"127.0.0.1:" + kafka + "\"}\noperations: {port: " + operations + "}\n";
        return Optional.of(ConfigFile.read("test.yaml", yaml, AppConfig.class))
                .filter(Loaded.Good.class::isInstance)
                .map(loaded -> ((Loaded.Good<AppConfig>) loaded).value())
                .orElseThrow();
    }

    private static int get(HttpClient http, int port, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static int free() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }
}
