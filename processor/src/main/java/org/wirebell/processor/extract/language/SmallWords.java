package org.wirebell.processor.extract.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wirebell.processor.extract.words.Fold;
import org.wirebell.processor.extract.words.Passage;
import org.wirebell.processor.extract.words.Word;

/** Tells languages by their articles, prepositions and the like: cheap, and sure where there are a few sentences. */
final class SmallWords {
    private static final String FILE = "small-words.txt";
    /** So many of one language at least. */
    private static final int FEW = 4;
    /** One word in so many at least; running text has one in three to five. */
    private static final int SPREAD = 12;
    /** So many times as many as of any other language. */
    private static final int AHEAD = 3;

    private final List<String> languages = new ArrayList<>();
    /** A bit for each language that has the word. */
    private final Map<String, Long> words = new HashMap<>();

    SmallWords() {
        lines(FILE).forEach(this::line);
    }

    /** The lines of a list beside this class, without the remarks. */
    static List<String> lines(String file) {
        try (var in = SmallWords.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("resource " + file + " is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private void line(String line) {
        var columns = line.split(";", 2);
        if (!languages.contains(columns[0])) {
            languages.add(columns[0]);
        }
        long bit = 1L << languages.indexOf(columns[0]);
        for (var word : columns[1].split(" ")) {
            words.merge(Fold.fold(word), bit, (a, b) -> a | b);
        }
    }

    /** How many words of these texts each language has among its small ones, shared or not. */
    Map<String, Integer> hits(List<Passage> texts, int enough) {
        var hits = new HashMap<String, Integer>();
        int left = enough;
        for (var text : texts) {
            for (var word : text.words()) {
                if (word.start() >= left) {
                    break;
                }
                long mask = words.getOrDefault(word.key(), 0L);
                for (long rest = mask; rest != 0; rest &= rest - 1) {
                    hits.merge(languages.get(Long.numberOfTrailingZeros(rest)), 1, Integer::sum);
                }
            }
            left -= text.text().length();
        }
        return hits;
    }

    /** The language of these texts, of which so many characters are looked at; empty when it is not clear. */
    String language(List<Passage> texts, int enough) {
        var counts = new int[languages.size()];
        int seen = 0;
        int left = enough;
        for (var text : texts) {
            for (var word : text.words()) {
                if (word.start() >= left) {
                    break;
                }
                seen++;
                count(word, counts);
            }
            left -= text.text().length();
        }
        return clear(counts, seen);
    }

    private void count(Word word, int[] counts) {
        long mask = words.getOrDefault(word.key(), 0L);
        if (Long.bitCount(mask) == 1) { // a word of several languages tells nothing
            counts[Long.numberOfTrailingZeros(mask)]++;
        }
    }

    private String clear(int[] counts, int seen) {
        int best = 0;
        int second = 0;
        for (int i = 1; i < counts.length; i++) {
            if (counts[i] > counts[best]) {
                second = counts[best];
                best = i;
            } else {
                second = Math.max(second, counts[i]);
            }
        }
        boolean clear = counts[best] >= FEW && counts[best] * SPREAD >= seen && counts[best] >= AHEAD * second;
        return clear ? languages.get(best) : "";
    }
}
