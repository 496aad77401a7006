package org.wirebell.processor.extract.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file of test lines, {@code figures/<language>/lines.txt}: headings in square brackets name the sections of the word lists that
 * the lines under them test ({@code [at least, or more]}), or after a star whatever else they do ({@code [* places]}). A line is
 * {@code text | figures}, and may go on with checks such as {@code | by: police; nobody}, one value a figure. {@code #} opens a
 * comment line.
 */
final class TestLines {
    /** What may be checked besides the figures. */
    private static final Set<String> CHECKS = Set.of("by", "of", "place", "since", "as of", "scope", "tense");

    /** One line with the place where it stands; {@code where} names file and number. */
    record Line(String where, List<String> sections, String text, String figures, Map<String, String> checks) {
        @Override
        public String toString() {
            return where + " " + text;
        }
    }

    private TestLines() {}

    static List<Line> load(String language) {
        var name = language + "/lines.txt";
        try (var in = TestLines.class.getResourceAsStream("/figures/" + name)) {
            if (in == null) {
                throw new IllegalStateException("test lines figures/" + name + " are missing");
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("test lines " + name, e);
        }
    }

    static List<Line> parse(String name, String content) {
        var lines = new ArrayList<Line>();
        List<String> sections = List.of();
        int number = 0;
        for (var raw : content.split("\n", -1)) {
            var line = raw.strip();
            var where = name + ":" + ++number;
            if (line.startsWith("[") && line.endsWith("]")) {
                sections = List.of(line.substring(1, line.length() - 1).strip().split("\\s*,\\s*", -1));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                if (sections.isEmpty()) {
                    throw new IllegalArgumentException(where + ": a line before any [section]");
                }
                lines.add(line(where, sections, line));
            }
        }
        return List.copyOf(lines);
    }

    private static Line line(String where, List<String> sections, String line) {
        var parts = line.split("\\s*\\|\\s*", -1);
        if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
            throw new IllegalArgumentException(where + ": not \"text | figures\": " + line);
        }
        var checks = new LinkedHashMap<String, String>();
        for (int i = 2; i < parts.length; i++) {
            int colon = parts[i].indexOf(':');
            var check = colon < 0 ? parts[i] : parts[i].substring(0, colon).strip();
            if (colon < 0 || !CHECKS.contains(check)) {
                throw new IllegalArgumentException(where + ": no such check: " + parts[i] + "; known here: "
                        + CHECKS.stream().sorted().toList());
            }
            checks.put(check, parts[i].substring(colon + 1).strip());
        }
        return new Line(where, sections, parts[0], parts[1], checks);
    }
}
