package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a newcomer runs first: exactly the expected alerts come. */
class DemoTest {
    @Test
    void samplesCauseTheExpectedAlertsAndNoOthers() {
        var complaints = new StringWriter();
        int exit = Main.run(
                new String[] {
                    "demo", "--once", "--samples", Path.of("..", "samples").toString()
                },
                new PrintWriter(complaints, true));
        assertThat(exit).as(complaints.toString()).isZero();
    }

    /** As Ctrl-C does, at whatever moment. */
    @ParameterizedTest
    @ValueSource(strings = {"", "["})
    void whoEndsItFindsNothingLeft(String after, @TempDir Path folder) throws IOException, InterruptedException {
        var command = new ArrayList<>(Program.ours().command());
        command.add(1, "-Djava.io.tmpdir=" + folder);
        command.addAll(List.of("demo", "--samples", Path.of("..", "samples").toString()));
        var demo = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var said = demo.inputReader(StandardCharsets.UTF_8)) {
            if (after.isEmpty()) {
                await().until(() -> !wirebell(folder).isEmpty());
            } else {
                assertThat(said.lines().anyMatch(line -> line.startsWith(after)))
                        .isTrue();
            }
            Program.signal(demo, "INT");

            // one that still starts may tell that its folder went
            assertThat(said.lines()).noneMatch(line -> !after.isEmpty() && line.contains("Exception"));
            assertThat(demo.waitFor()).isEqualTo(130);
            assertThat(folder).isEmptyDirectory(); // a library that was unpacked goes, too
        } finally {
            demo.destroyForcibly();
        }
    }

    private static List<Path> wirebell(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "wirebell-*")) {
            return StreamSupport.stream(files.spliterator(), false).toList();
        }
    }
}
