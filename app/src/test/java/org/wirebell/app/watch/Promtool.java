package org.wirebell.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Prometheus' own programs, where they are installed. */
final class Promtool {
    private Promtool() {}

    /** Where the first of these programs is; the test is skipped where none is, and fails where {@code CI} is set. */
    static Path find(String... names) {
        var found = Arrays.stream(names)
                .flatMap(name -> Stream.of(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        if (System.getenv("CI") != null) {
            assertThat(found).as("CI must have " + names[0]).isPresent();
        }
        assumeThat(found)
                .as("no " + names[0] + " on the path: what only it can judge is not tested here")
                .isPresent();
        return found.orElseThrow();
    }

    /** Runs promtool, which must have nothing to object. */
    static void agrees(Path folder, String... arguments) throws IOException, InterruptedException {
        agrees(find("promtool"), folder, arguments);
    }

    static void agrees(Path program, Path folder, String... arguments) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                .toList();
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(List.of(arguments) + ": " + said).isZero();
    }
}
