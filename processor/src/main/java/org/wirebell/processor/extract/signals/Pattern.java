package org.wirebell.processor.extract.signals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirebell.processor.extract.words.Fold;

/**
 * A sequence of words to look for, separated by blanks: {@code word}, {@code stem*} with any ending, {@code a|b*|&set} one of several,
 * {@code word?} or not, {@code ..3} up to three other words, {@code #} a number.
 */
final class Pattern {
    private static final int NONE = -1;

    private final List<Element> elements;

    private Pattern(List<Element> elements) {
        this.elements = elements;
    }

    static Pattern of(String text, Map<String, String> sets) {
        var elements = new ArrayList<Element>();
        for (var part : text.strip().split("\\s+")) {
            elements.add(element(part, sets));
        }
        if (elements.getFirst().gap > 0 || elements.getLast().gap > 0 || elements.getFirst().optional) {
            throw new IllegalArgumentException("a pattern begins and ends with a word: " + text);
        }
        return new Pattern(List.copyOf(elements));
    }

    /** Where a match that begins at this word ends (exclusive), the shortest way through its gaps; negative when there is none. */
    int match(List<Token> words, int from) {
        return match(words, from, 0);
    }

    /** Beginnings of the words that a match can start with: two letters each. */
    Set<String> beginnings() {
        var beginnings = new HashSet<String>();
        var first = elements.getFirst();
        first.words.forEach(w -> beginnings.add(beginning(w)));
        first.stems.forEach(s -> beginnings.add(beginning(s)));
        return beginnings;
    }

    static String beginning(String word) {
        return word.length() < 2 ? word : word.substring(0, 2);
    }

    private int match(List<Token> words, int at, int step) {
        if (step == elements.size()) {
            return at;
        }
        var element = elements.get(step);
        for (int skip = 0; skip <= element.gap; skip++) {
            int end = element.gap > 0
                    ? match(words, at + skip, step + 1)
                    : at < words.size() && element.takes(words.get(at)) ? match(words, at + 1, step + 1) : NONE;
            if (end != NONE) {
                return end;
            }
        }
        return element.optional ? match(words, at, step + 1) : NONE;
    }

    private static Element element(String part, Map<String, String> sets) {
        if (part.startsWith("..")) {
            return new Element(Set.of(), List.of(), Integer.parseInt(part.substring(2)), false, false);
        }
        boolean optional = part.endsWith("?");
        var words = new HashSet<String>();
        var stems = new ArrayList<String>();
        collect(optional ? part.substring(0, part.length() - 1) : part, sets, words, stems);
        return new Element(Set.copyOf(words), List.copyOf(stems), 0, optional, words.remove("#"));
    }

    private static void collect(String part, Map<String, String> sets, Set<String> words, List<String> stems) {
        for (var choice : part.split("\\|")) {
            if (choice.startsWith("&")) {
                var set = sets.get(choice.substring(1));
                if (set == null) {
                    throw new IllegalArgumentException("no word set " + choice);
                }
                collect(set, sets, words, stems);
            } else if (choice.endsWith("*")) {
                stems.add(Fold.fold(choice.substring(0, choice.length() - 1)));
            } else {
                words.add(Fold.fold(choice));
            }
        }
    }

    private record Element(Set<String> words, List<String> stems, int gap, boolean optional, boolean number) {
        boolean takes(Token token) {
            for (var key : token.keys()) {
                if (words.contains(key)) {
                    return true;
                }
                for (var stem : stems) {
                    if (key.startsWith(stem)) {
                        return true;
                    }
                }
            }
            return number && token.word().number();
        }
    }
}
