package org.wirebell.processor.extract.signals;

import java.util.ArrayList;
import java.util.BitSet;
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

    private final List<Step> steps;

    private Pattern(List<Step> steps) {
        this.steps = steps;
    }

    static Pattern of(String text, Map<String, String> sets, Elements numbers) {
        var steps = new ArrayList<Step>();
        for (var part : text.strip().split("\\s+")) {
            steps.add(step(part, sets, numbers));
        }
        if (steps.getFirst().gap > 0 || steps.getLast().gap > 0 || steps.getFirst().optional) {
            throw new IllegalArgumentException("a pattern begins and ends with a word: " + text);
        }
        return new Pattern(List.copyOf(steps));
    }

    /** Where a match that begins at this word ends (exclusive), the shortest way through its gaps; negative when there is none. */
    int match(List<Token> words, int from) {
        return match(words, from, 0);
    }

    /** Whether all words that the pattern asks for are among the elements that these words stand for. */
    boolean possible(BitSet known) {
        for (var step : steps) {
            if (step.asked() && !known.get(step.element)) {
                return false;
            }
        }
        return true;
    }

    /** The number of the element that a match begins with. */
    int first() {
        return steps.getFirst().element;
    }

    private int match(List<Token> words, int at, int next) {
        if (next == steps.size()) {
            return at;
        }
        var step = steps.get(next);
        for (int skip = 0; skip <= step.gap; skip++) {
            int end = step.gap > 0
                    ? match(words, at + skip, next + 1)
                    : at < words.size() && step.takes(words.get(at)) ? match(words, at + 1, next + 1) : NONE;
            if (end != NONE) {
                return end;
            }
        }
        return step.optional ? match(words, at, next + 1) : NONE;
    }

    private static Step step(String part, Map<String, String> sets, Elements numbers) {
        if (part.startsWith("..")) {
            return new Step(NONE, Integer.parseInt(part.substring(2)), false, false);
        }
        boolean optional = part.endsWith("?");
        var words = new HashSet<String>();
        var stems = new HashSet<String>();
        collect(optional ? part.substring(0, part.length() - 1) : part, sets, words, stems);
        boolean number = words.remove("#");
        return new Step(numbers.number(new Elements.Element(words, stems)), 0, optional, number);
    }

    private static void collect(String part, Map<String, String> sets, Set<String> words, Set<String> stems) {
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

    private record Step(int element, int gap, boolean optional, boolean number) {
        boolean asked() {
            return gap == 0 && !optional && !number;
        }

        boolean takes(Token token) {
            return token.meaning().takenBy(element) || number && token.word().number();
        }
    }
}
