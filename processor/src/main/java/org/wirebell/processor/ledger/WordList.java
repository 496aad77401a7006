package org.wirebell.processor.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A word list that a journalist can extend: lines of {@code kind: word, two words, …}, {@code #} starts a comment. A word
 * matches as a whole, in any case; a star at its end stands for any ending. Where two of a kind match, the one that is listed first counts.
 *
 * <p>Not by expressions of {@link java.util.regex}: a text is gone through once for all kinds, and words are compared only where one begins with
 * the same letter.
 */
final class WordList {
    private static final int NUMBERS =
            1 << Character.DECIMAL_DIGIT_NUMBER | 1 << Character.LETTER_NUMBER | 1 << Character.OTHER_NUMBER;

    private final Set<String> kinds = new LinkedHashSet<>();
    /** By the first letter, in lower case. */
    private final Map<Integer, List<Word>> words = new HashMap<>();

    /** @param open whether any ending may follow */
    private record Word(String kind, String letters, boolean open) {}

    private record Match(String kind, int start, int end) {}

    private WordList() {}

    /** Reads the resource of that name beside this class. */
    static WordList read(String name) {
        var in = Objects.requireNonNull(WordList.class.getResourceAsStream(name), name);
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return of(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WordList of(List<String> lines) {
        var list = new WordList();
        for (var line : lines) {
            int colon = line.indexOf(':');
            if (!line.startsWith("#") && colon > 0) {
                var kind = line.substring(0, colon).strip();
                list.kinds.add(kind);
                for (var word : line.substring(colon + 1).split(",", -1)) {
                    list.add(kind, word.strip());
                }
            }
        }
        return list;
    }

    private void add(String kind, String word) {
        boolean open = word.endsWith("*");
        var letters = open ? word.substring(0, word.length() - 1) : word;
        if (!letters.isEmpty()) {
            words.computeIfAbsent(folded(letters.codePointAt(0)), _ -> new ArrayList<>())
                    .add(new Word(kind, letters, open));
        }
    }

    /** The first kind, in the order of the file, with a word in the text. */
    Optional<String> kind(String text) {
        var counts = count(text);
        return kinds.stream().filter(kind -> counts.getOrDefault(kind, 0L) > 0).findFirst();
    }

    /** All kinds in the order of the file. */
    Collection<String> kinds() {
        return Collections.unmodifiableSet(kinds);
    }

    boolean has(String kind, String text) {
        return !matches(known(kind), text).isEmpty();
    }

    /** Where words of that kind stand: start and end of each. */
    List<int[]> spans(String kind, String text) {
        return matches(known(kind), text).stream()
                .map(m -> new int[] {m.start(), m.end()})
                .toList();
    }

    /** How often words of each kind stand in the text. */
    Map<String, Long> count(String text) {
        var counts = new LinkedHashMap<String, Long>();
        kinds.forEach(kind -> counts.put(kind, 0L));
        matches(kinds, text).forEach(match -> counts.merge(match.kind(), 1L, Long::sum));
        return counts;
    }

    /** The text without words of that kind. */
    String without(String kind, String text) {
        var rest = new StringBuilder();
        int from = 0;
        for (var match : matches(known(kind), text)) {
            rest.append(text, from, match.start()).append(' ');
            from = match.end();
        }
        return rest.append(text, from, text.length()).toString().strip().replaceAll("\\s+", " ");
    }

    private Set<String> known(String kind) {
        if (!kinds.contains(kind)) {
            throw new IllegalArgumentException("no kind " + kind + "; known are " + kinds);
        }
        return Set.of(kind);
    }

    /** Of each kind those that do not overlap, from the left. */
    private List<Match> matches(Set<String> wanted, String text) {
        var matches = new ArrayList<Match>();
        var ends = new HashMap<String, Integer>();
        boolean within = false;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            if (!within) {
                for (var word : words.getOrDefault(folded(letter), List.of())) {
                    int end = wanted.contains(word.kind()) && ends.getOrDefault(word.kind(), 0) <= at
                            ? end(word, text, at)
                            : at;
                    if (end > at) {
                        matches.add(new Match(word.kind(), at, end));
                        ends.put(word.kind(), end);
                    }
                }
            }
            within = belongs(letter);
            at += Character.charCount(letter);
        }
        return matches;
    }

    /** Where the word ends that begins there; there itself when it is another one. */
    private static int end(Word word, String text, int start) {
        if (!text.regionMatches(true, start, word.letters(), 0, word.letters().length())) {
            return start;
        }
        int end = start + word.letters().length();
        while (word.open() && end < text.length() && Character.isLetter(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end < text.length() && belongs(text.codePointAt(end)) ? start : end;
    }

    /** Whether a letter or number: what stands beside it is part of the same word. */
    private static boolean belongs(int letter) {
        return Character.isLetter(letter) || (NUMBERS >>> Character.getType(letter) & 1) != 0;
    }

    private static int folded(int letter) {
        return Character.toLowerCase(Character.toUpperCase(letter));
    }
}
