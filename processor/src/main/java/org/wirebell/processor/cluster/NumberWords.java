package org.wirebell.processor.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.wirebell.processor.extract.words.Fold;

/** Words for numbers by language: lines of {@code en: two = 2, three = 3}, {@code #} starts a comment. */
final class NumberWords {
    private final Map<String, Map<String, String>> byLanguage = new HashMap<>();

    private NumberWords() {}

    static NumberWords standard() {
        var words = new NumberWords();
        var in = Objects.requireNonNull(NumberWords.class.getResourceAsStream("number-words.txt"));
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(words::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** Folded words with their values in digits; none for a language that is not listed. */
    Map<String, String> of(String language) {
        return byLanguage.getOrDefault(language, Map.of());
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        var words = byLanguage.computeIfAbsent(line.substring(0, colon).strip(), _ -> new HashMap<>());
        for (var entry : line.substring(colon + 1).split(",", -1)) {
            int equals = entry.indexOf('=');
            words.put(
                    Fold.fold(entry.substring(0, equals).strip()),
                    entry.substring(equals + 1).strip());
        }
    }
}
