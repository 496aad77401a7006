package org.wirebell.app.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The tables of meters in docs/operations.md: what is promised to be there. */
final class MeterTable {
    private static final Path PAGE = Path.of("../docs/operations.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(wirebell\\.[a-z.]+)` \\| [^|]+ \\| ([^|]+) \\| .+ \\|$");
    private static final Pattern OTHER = Pattern.compile("`((?:kafka|jvm|process|system|disk)\\.[a-z.]+)`");
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:wirebell|kafka|jvm|process|system|disk)_[a-z0-9_]+\\b");

    private final TreeMap<String, String> ours = new TreeMap<>();
    private final TreeSet<String> others = new TreeSet<>();

    MeterTable() {
        try {
            var page = Files.readString(PAGE);
            ROW.matcher(page).results().forEach(row -> ours.put(row.group(1), row.group(2)));
            OTHER.matcher(page).results().forEach(name -> others.add(name.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ours, by their dotted names. */
    Set<String> ours() {
        return ours.keySet();
    }

    /** Those that are there before anything happens. */
    Set<String> fromTheStart() {
        var names = new TreeSet<>(ours.keySet());
        names.removeIf(name -> !ours.getOrDefault(name, "").equals("start"));
        return names;
    }

    /** The dotted name of ours that a metric of Prometheus belongs to; empty when it belongs to none. */
    String meterOf(String metric) {
        return ours.keySet().stream()
                .filter(name -> metric.matches(prometheus(name) + "(_seconds)?(_total|_bucket|_count|_sum|_max)?"))
                .findFirst()
                .orElse("");
    }

    /** Whether a metric of Prometheus stands in the tables. */
    boolean names(String metric) {
        return !meterOf(metric).isEmpty()
                || others.stream()
                        .anyMatch(name -> metric.matches(
                                prometheus(name) + "(_seconds|_bytes|_files|_threads)?(_total|_count|_sum|_max)?"));
    }

    /** All metrics that an expression asks for. */
    static Set<String> metrics(String expression) {
        var names = new TreeSet<String>();
        METRIC.matcher(expression).results().forEach(name -> names.add(name.group()));
        return names;
    }

    private static String prometheus(String name) {
        return name.replace('.', '_');
    }
}
