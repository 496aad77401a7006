package org.wirebell.desk.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Rules to begin with, from {@code starts.yaml}: documents apart by {@code ---}, the first line of each is its title. */
final class Starts {
    static final List<Start> ALL = read();

    record Start(String title, String text) {}

    private Starts() {}

    private static List<Start> read() {
        try (var in = Starts.class.getResourceAsStream("starts.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks starts.yaml");
            }
            var all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^---\\n"))
                    .filter(part -> !part.isBlank())
                    .map(Starts::start)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading starts.yaml from the jar", e);
        }
    }

    private static Start start(String part) {
        var lines = part.strip().split("\n", 2);
        return new Start(lines[0].replaceFirst("^#\\s*", ""), lines[1].strip() + "\n");
    }
}
