package org.wirebell.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;

/**
 * The alerts that the samples must cause: one JSON object a line with {@code rule}, {@code kind} and any of
 * {@code category}, {@code value}, {@code place}, {@code claimant}, {@code cause} (the source). Every line must be met by a
 * notice of its own, and no notice may be left over.
 */
record Expected(List<Map<String, Object>> lines) {
    /** What is missing and what is too much, in words; both empty when all is as expected. */
    record Verdict(List<String> missing, List<String> unexpected) {}

    static Expected read(Path file) throws IOException {
        return new Expected(Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(Json::map)
                .toList());
    }

    Verdict check(List<Notice> notices) {
        var left = new ArrayList<>(notices);
        var missing = new ArrayList<String>();
        for (var line : lines) {
            Optional<Notice> met =
                    left.stream().filter(notice -> meets(notice, line)).findFirst();
            met.ifPresentOrElse(left::remove, () -> missing.add(Json.plain(line)));
        }
        return new Verdict(
                missing, left.stream().map(notice -> Json.plain(line(notice))).toList());
    }

    /** A notice in the words of the file. */
    static Map<String, Object> line(Notice notice) {
        var line = new java.util.LinkedHashMap<String, Object>();
        var alert = notice.alert();
        line.put("rule", alert.rule());
        line.put("kind", notice.kind().name().toLowerCase(Locale.ROOT));
        alert.series().ifPresent(series -> {
            line.put("category", series.category().name().toLowerCase(Locale.ROOT));
            line.put("place", series.place());
            line.put("population", series.population());
        });
        alert.after().flatMap(after -> after.value().or(after::low)).ifPresent(value -> line.put("value", value));
        if (!alert.claimant().isEmpty()) {
            line.put("claimant", alert.claimant());
        }
        line.put("cause", alert.evidence().source());
        line.put("title", alert.title());
        return line;
    }

    private static boolean meets(Notice notice, Map<String, Object> expected) {
        var actual = line(notice);
        return expected.entrySet().stream()
                .allMatch(field ->
                        Objects.toString(field.getValue()).equals(Objects.toString(actual.get(field.getKey()))));
    }
}
