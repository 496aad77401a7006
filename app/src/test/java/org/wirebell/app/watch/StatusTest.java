package org.wirebell.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.Main;
import org.wirebell.app.OneBroker;
import org.wirebell.model.Json;

/** {@code wirebell status} and {@code wirebell health} beside running processes, and where there is none. */
class StatusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    @Test
    void tellsWhoWorksAndWhatIsWrong(@TempDir Path folder) throws Exception {
        String config;
        try (var watched = Watched.start(BROKER, "status", folder)) {
            config = watched.config();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(run(0, "status", "--config", config))
                            .contains("status-processor", "1 at work", "canary", "all is well"));
            watched.everythingHappens();
            await().atMost(PATIENCE).untilAsserted(() -> {
                var seen = Json.map(run(1, "status", "--json", "--config", config));
                assertThat(seen.get("troubles")).asString().contains("drop is failing: unreadable");
                assertThat(seen.get("unacked")).asString().contains("flash=1");
                assertThat(seen.get("receivers")).asString().contains("pager");
                assertThat(seen.get("dead")).asString().contains("ingest: unknown_format=1");
                assertThat(seen).containsKey("canary");
            });
            assertThat(run(1, "status", "--config", config))
                    .contains("1 flash", "notices for pager", "! drop is failing");
            assertThat(run(0, "health", "--config", config)).contains("\"ingest\":\"ready\"");
        }
        await().atMost(PATIENCE) // the group keeps the place of a member that is gone for ten seconds
                .untilAsserted(() -> assertThat(run(1, "status", "--config", config))
                        .contains("! status-processor: nobody works on it"));
        assertThat(run(1, "health", "--config", config)).contains("nothing answers at http://127.0.0.1:");
    }

    @Test
    void saysThatNothingRuns(@TempDir Path folder) throws Exception {
        var file = Files.writeString(
                folder.resolve("w.yaml"), "kafka: {embedded: {folder: \"" + folder + "\", port: 1}}\n");
        assertThat(run(1, "status", "--config", file.toString())).contains("not running", "127.0.0.1:1");
        assertThat(folder).isDirectoryNotContaining("glob:**log");
    }

    /** What a command wrote; it must end with this code. */
    private static String run(int exit, String... args) {
        var out = System.out;
        var written = new ByteArrayOutputStream();
        var complaints = new StringWriter();
        try {
            System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
            var line = new ArrayList<>(List.of(args));
            assertThat(Main.run(line.toArray(String[]::new), new PrintWriter(complaints, true)))
                    .as(written.toString(StandardCharsets.UTF_8) + complaints)
                    .isEqualTo(exit);
        } finally {
            System.setOut(out);
        }
        return written.toString(StandardCharsets.UTF_8) + complaints;
    }
}
