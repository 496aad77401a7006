package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;
import org.wirebell.model.trace.Traces;

/**
 * A pushed item from its arrival to its notice, in two processes: one trace where traces are on, nothing where they are
 * off.
 */
class TracesOnBrokerTest {
    private static final PrintStream NOWHERE =
            new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    private static final String SENTENCE = "A mine collapse in Tarvel killed 12 people, the mine office said.";

    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    @TempDir
    private Path folder;

    @Test
    void aPushedItemIsOneTrace() throws Exception {
        Files.writeString(folder.resolve("key"), "seven keys\n");
        try (var collector = Collector.start()) {
            var traces = "  traces: {endpoint: \"" + collector.address()
                    + "/\", sample: 1, headers-file: {x-key: \"${folder}/key\"}}\n";
            run(
                    "traced",
                    collector,
                    traces,
                    rig -> collector.told("deliver").stream()
                            .anyMatch(it -> it.facts()
                                    .getOrDefault("wirebell.receiver", "")
                                    .equals("hook")));

            var received = collector.told("receive");
            assertThat(received).hasSize(1);
            var first = received.getFirst();
            assertThat(collector.told()).allMatch(it -> it.trace().equals(first.trace()));
            assertThat(first.parent()).isEmpty();
            assertThat(first.facts())
                    .containsEntry("wirebell.source", "meridian")
                    .containsEntry("wirebell.format", "rss");
            var read = child(collector.told("read"), first);
            assertThat(read.facts()).containsEntry("wirebell.outcome", "new").containsEntry("wirebell.figures", "1");
            var join = child(collector.told("join"), read);
            var keep = child(collector.told("keep"), join);
            assertThat(keep.facts()).containsEntry("wirebell.updates", "1");
            var decide = child(collector.told("decide"), keep);
            assertThat(decide.facts()).containsEntry("wirebell.rule", "toll").containsEntry("wirebell.outcome", "told");
            var deliver = child(collector.told("deliver"), decide);
            assertThat(deliver.facts())
                    .containsEntry("wirebell.outcome", "sent")
                    .containsEntry("wirebell.attempt", "1");
            assertThat(collector.hooked())
                    .hasSize(1)
                    .allMatch(it -> it.startsWith("00-" + deliver.trace() + "-" + deliver.id() + "-"));

            assertThat(first.process())
                    .containsEntry("service.name", "wirebell")
                    .containsEntry("wirebell.roles", "ingest");
            assertThat(read.process()).containsEntry("wirebell.roles", "process,alert");
            assertThat(collector.keys()).containsOnly("seven keys");
            assertThat(collector.told().toString())
                    .doesNotContain("mine office", "Mine collapses", collector.address(), "/hook", "open-sesame");
        }
    }

    @Test
    void whereTheyAreOffNothingIsWrittenOrSent() throws Exception {
        try (var collector = Collector.start()) {
            run("untraced", collector, "", _ -> !collector.hooked().isEmpty());
            assertThat(collector.told()).isEmpty();
            assertThat(collector.hooked()).containsOnly("");
        }
    }

    private interface Reached {
        boolean by(Rig rig);
    }

    /** Pushes a toll, and closes both processes when what is wanted is reached. */
    private void run(String name, Collector collector, String traces, Reached reached) throws Exception {
        var rig = Rig.of(BROKER, name, folder);
        Files.writeString(folder.resolve("token"), "open-sesame");
        Files.writeString(folder.resolve("secret"), "whsec_" + "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0");
        var ingest = "ingest: {push: {host: 127.0.0.1, port: 0, token-file: \"${folder}/token\"}}\n";
        var alerts = """
                alerts:
                  application-id: "${name}-alerts"
                  state-dir: "${folder}/alerts"
                  delivery: {allow-private-receivers: true}
                  receivers:
                    webhooks:
                      hook: {url: "${collector}/hook", secret-files: ["${folder}/secret"]}
                  rules:
                    - {id: toll, priority: flash, receivers: [hook], figure: {category: [killed], first: true}}
                """.replace("${collector}", collector.address());
        try (var _ = rig.start(EnumSet.of(Role.PROCESS, Role.ALERT), traces + alerts, NOWHERE);
                var door = rig.start(EnumSet.of(Role.INGEST), traces + ingest, NOWHERE)) {
            push(door);
            rig.until("what is wanted", () -> reached.by(rig));
        }
        for (var topic : List.of(
                rig.topics().items(),
                rig.topics().findings(),
                rig.topics().updates(),
                rig.topics().notices())) {
            assertThat(rig.records(topic)).isNotEmpty().allMatch(it -> traced(it) != traces.isEmpty());
        }
    }

    private static boolean traced(ConsumerRecord<?, ?> record) {
        return !Traces.parent(record.headers()).isEmpty();
    }

    private static Collector.Told child(List<Collector.Told> spans, Collector.Told parent) {
        var found = spans.stream()
                .filter(it -> it.parent().equals(parent.id()))
                .filter(it -> !it.facts().getOrDefault("wirebell.receiver", "").equals("page"))
                .toList();
        assertThat(found).as("after " + parent.name()).hasSize(1);
        return found.getFirst();
    }

    private static void push(Station station) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + station.pushPort() + "/push/meridian"))
                    .header("Authorization", "Bearer open-sesame")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            News.rss(News.entry("tarvel", "Mine collapses in Tarvel", SENTENCE, Instant.now()))))
                    .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(202);
        }
    }
}
