package org.wirebell.bench.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Folders of feeds from elsewhere. */
final class Folders {
    private Folders() {}

    /** All files below, in a stable order. */
    static List<Path> files(Path folder, long largest) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().length() <= largest)
                    .sorted()
                    .toList();
        }
    }

    /** What the rows of a folder come to. */
    static Map<String, Object> table(List<Row> rows) {
        var table = new LinkedHashMap<String, Object>();
        table.put(
                "read by wirebell",
                rows.stream().filter(row -> row.ours().isRead()).count());
        table.put(
                "read by rome", rows.stream().filter(row -> row.rome().isRead()).count());
        var python = rows.stream()
                .filter(row -> row.python().filter(Timed::isRead).isPresent())
                .toList();
        var romes = rows.stream().filter(row -> row.rome().isRead()).toList();
        put(
                table,
                "wirebell, CPU ms a file, median",
                rows,
                row -> Optional.of(row.ours().ms()),
                0.5);
        put(table, "wirebell, most", rows, row -> Optional.of(row.ours().ms()), 1);
        put(
                table,
                "rome, median of those that it reads",
                romes,
                row -> Optional.of(row.rome().ms()),
                0.5);
        put(table, "feedparser, median", python, row -> row.python().map(Timed::ms), 0.5);
        put(table, "ours/rome, median", romes, Row::overRome, 0.5);
        put(table, "ours/rome, 90 % of files below", romes, Row::overRome, 0.9);
        put(
                table,
                "ours/rome, all files together",
                romes,
                _ -> Optional.of(sum(romes, Row::ours) / sum(romes, Row::rome)),
                1);
        put(table, "ours/feedparser, median", python, Row::overPython, 0.5);
        return table;
    }

    private static double sum(List<Row> rows, Function<Row, Timed> peer) {
        return rows.stream().mapToDouble(row -> peer.apply(row).ms()).sum();
    }

    private static void put(
            Map<String, Object> table,
            String name,
            List<Row> rows,
            Function<Row, Optional<Double>> figure,
            double share) {
        var values = rows.stream()
                .flatMap(row -> figure.apply(row).stream())
                .sorted()
                .toList();
        if (!values.isEmpty()) {
            var value = values.get((int) Math.round(share * (values.size() - 1)));
            table.put(name, Math.round(value * 1_000) / 1_000.0);
        }
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
