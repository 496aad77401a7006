package org.wirebell.processor.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A word list that a journalist can extend: lines of {@code kind: word, two words, …}, {@code #} starts a comment. A word
 * matches as a whole, in any case; a star at its end stands for any ending.
 */
final class WordList {
    private final Map<String, Pattern> kinds = new LinkedHashMap<>();

    private WordList() {}

    /** Reads the resource of that name beside this class. */
    static WordList read(String name) {
        var words = new LinkedHashMap<String, List<String>>();
        var in = Objects.requireNonNull(WordList.class.getResourceAsStream(name), name);
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line : reader.lines().toList()) {
                int colon = line.indexOf(':');
                if (!line.startsWith("#") && colon > 0) {
                    var of = words.computeIfAbsent(line.substring(0, colon).strip(), _ -> new ArrayList<>());
                    for (var word : line.substring(colon + 1).split(",", -1)) {
                        of.add(word.strip());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var list = new WordList();
        words.forEach((kind, of) -> list.kinds.put(kind, pattern(of)));
        return list;
    }

    private static Pattern pattern(List<String> words) {
        var real = words.stream().filter(w -> !w.isEmpty()).toList();
        var alternatives = real.stream()
                .map(w ->
                        w.endsWith("*") ? Pattern.quote(w.substring(0, w.length() - 1)) + "\\p{L}*" : Pattern.quote(w))
                .collect(Collectors.joining("|"));
        var beginnings = real.stream()
                .map(w -> Pattern.quote(w.substring(0, w.offsetByCodePoints(0, 1))))
                .distinct()
                .collect(Collectors.joining());
        // most places of a text are passed over by their letter alone
        return Pattern.compile(
                "(?=[" + beginnings + "])(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The first kind, in the order of the file, with a word in the text. */
    Optional<String> kind(String text) {
        return kinds.entrySet().stream()
                .filter(e -> e.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** All kinds in the order of the file. */
    Collection<String> kinds() {
        return kinds.keySet();
    }

    boolean has(String kind, String text) {
        return pattern(kind).matcher(text).find();
    }

    /** Where words of that kind stand: start and end of each. */
    List<int[]> spans(String kind, String text) {
        return pattern(kind)
                .matcher(text)
                .results()
                .map(m -> new int[] {m.start(), m.end()})
                .toList();
    }

    /** How often words of each kind stand in the text. */
    Map<String, Long> count(String text) {
        var counts = new LinkedHashMap<String, Long>();
        kinds.forEach((kind, pattern) ->
                counts.put(kind, pattern.matcher(text).results().count()));
        return counts;
    }

    /** The text without words of that kind. */
    String without(String kind, String text) {
        return pattern(kind).matcher(text).replaceAll(" ").strip().replaceAll("\\s+", " ");
    }

    private Pattern pattern(String kind) {
        return Optional.ofNullable(kinds.get(kind))
                .orElseThrow(() -> new IllegalArgumentException("no kind " + kind + "; known are " + kinds.keySet()));
    }
}
