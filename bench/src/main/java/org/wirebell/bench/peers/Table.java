package org.wirebell.bench.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wirebell.bench.Loop;

/** One piece of work: what each peer took for it in each turn, what came out as the median, and how ours compares. */
final class Table {
    private final String work;
    private final String unit;
    private final String ours;
    private final Map<String, List<Double>> turns = new LinkedHashMap<>();
    private final Map<String, String> missing = new LinkedHashMap<>();

    /** @param ours the row that the others are compared with */
    Table(String work, String unit, String ours) {
        this.work = work;
        this.unit = unit;
        this.ours = ours;
    }

    void add(String row, double value) {
        turns.computeIfAbsent(row, _ -> new ArrayList<>()).add(value);
    }

    void missing(String row, String why) {
        missing.put(row, why);
    }

    /** What the row took in the last turn. */
    String last(String row) {
        return String.format(
                Locale.ROOT,
                "%.2f",
                turns.getOrDefault(row, List.of(Double.NaN)).getLast());
    }

    private double median(String row) {
        return Loop.median(turns.getOrDefault(row, List.of()));
    }

    void print() {
        System.out.printf("%n%-44s %10s %12s   turns%n", work, unit, "to ours");
        for (var row : turns.keySet()) {
            var all = turns.getOrDefault(row, List.of()).stream()
                    .map(value -> String.format(Locale.ROOT, "%.2f", value))
                    .toList();
            System.out.printf(
                    Locale.ROOT,
                    "  %-42s %10.2f %12.2f   %s%n",
                    row,
                    median(row),
                    median(row) / median(ours),
                    String.join(" ", all));
        }
        missing.forEach((row, why) -> System.out.printf("  %-42s left out: %s%n", row, why));
    }

    Map<String, Object> json() {
        var rows = new LinkedHashMap<String, Object>();
        turns.forEach((row, values) -> rows.put(
                row,
                Map.of(
                        "median",
                        rounded(median(row)),
                        "turns",
                        values.stream().map(Table::rounded).toList())));
        missing.forEach((row, why) -> rows.put(row, Map.of("leftOut", why)));
        return Map.of("work", work, "unit", unit, "rows", rows);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
