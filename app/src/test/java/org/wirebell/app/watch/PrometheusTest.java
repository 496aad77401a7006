package org.wirebell.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.OneBroker;

/** A real Prometheus looks at running processes: all that rules and boards ask for is there, and a canary that stops is noticed. */
class PrometheusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    @Test
    void findsWhatItAsksForAndMissesTheCanary(@TempDir Path folder) throws Exception {
        var program = Promtool.find("prometheus");
        try (var watched = Watched.start(BROKER, "prometheus", folder)) {
            var prometheus = URI.create("http://127.0.0.1:" + free());
            var process = start(program, prometheus, watched, folder);
            try {
                watched.everythingHappens();
                watched.acknowledge();
                var wanted = new TreeSet<>(RulesTest.metrics());
                wanted.addAll(BoardsTest.metrics());
                wanted.remove("wirebell_feed_sequence_missing_total"); // of numbered wires only
                wanted.remove("up");
                await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
                    wanted.removeIf(metric -> has(watched, prometheus, metric));
                    assertThat(wanted).isEmpty();
                });
                assertThat(firing(watched, prometheus)).doesNotContain("CanaryMissing");
                watched.stopIngest();
                await().atMost(PATIENCE)
                        .untilAsserted(
                                () -> assertThat(firing(watched, prometheus)).contains("CanaryMissing"));
            } finally {
                process.destroy();
                process.waitFor();
            }
        }
    }

    /** The shipped rules, with seconds in place of minutes where they wait for the canary. */
    private static Process start(Path program, URI address, Watched watched, Path folder) throws IOException {
        var rule = RulesTest.rules().stream()
                .filter(it -> it.name().equals("CanaryMissing"))
                .findFirst()
                .orElseThrow()
                .text();
        Files.writeString(
                folder.resolve("canary.yml"),
                "groups:\n  - name: canary\n    rules:\n      - "
                        + rule.replace("[5m]", "[8s]").replace("> 120", "> 6").replace("for: 1m", "for: 1s"));
        var targets = watched.ports().stream()
                .map(port -> "\"127.0.0.1:" + port + "\"")
                .collect(Collectors.joining(", "));
        var config = Files.writeString(folder.resolve("prometheus.yml"), """
                global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
                rule_files: [canary.yml, %s]
                scrape_configs:
                  - {job_name: wirebell, static_configs: [{targets: [%s]}]}
                """.formatted(
                        RulesTest.FOLDER.resolve("rules.yml").toAbsolutePath(), targets));
        return new ProcessBuilder(
                        program.toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("tsdb"),
                        "--web.listen-address=" + address.getAuthority(),
                        "--log.level=warn")
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "prometheus-test.log").toFile())
                .start();
    }

    private static boolean has(Watched watched, URI prometheus, String metric) {
        try {
            return !watched.get(prometheus.resolve("/api/v1/query?query="
                            + URLEncoder.encode("count(" + metric + ")", StandardCharsets.UTF_8)))
                    .contains("\"result\":[]");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String firing(Watched watched, URI prometheus) throws Exception {
        return watched.get(prometheus.resolve(
                "/api/v1/query?query=" + URLEncoder.encode("ALERTS{alertstate=\"firing\"}", StandardCharsets.UTF_8)));
    }

    private static int free() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }
}
