package org.wirebell.ingest.read;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints the reading of each file named, one line a file: for scoring without the rest of the application. */
final class ReadFiles {
    private ReadFiles() {}

    public static void main(String[] files) throws IOException {
        try (var out = new PrintStream(System.out, false, StandardCharsets.UTF_8)) {
            for (var file : files) {
                long start = System.nanoTime();
                var reading = Reader.read(Files.readAllBytes(Path.of(file)), Hints.file(file));
                long millis = (System.nanoTime() - start) / 1_000_000;
                if (millis > 1000) {
                    System.err.println(file + ": " + millis + " ms");
                }
                out.println(Readings.line(file, reading));
            }
        }
    }
}
