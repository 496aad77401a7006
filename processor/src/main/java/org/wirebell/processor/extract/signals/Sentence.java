package org.wirebell.processor.extract.signals;

import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * The words of one sentence, with offsets in the whole text.
 *
 * @param known numbers of all elements that a word of it stands for
 */
record Sentence(String text, List<Token> words, BitSet known) {
    private static final String BREAKS = ",;:—،؛";
    private static final String COLONS = ":|–—(";
    private static final Set<String> TURNS = Set.of("but", "mais", "pero", "لكن", "while", "although");

    Sentence {
        words = List.copyOf(words);
    }

    static Sentence of(String text, List<Token> words) {
        var known = new BitSet();
        for (var word : words) {
            known.or(word.meaning().elements());
        }
        return new Sentence(text, words, known);
    }

    /** A comma or the like, or a "but", stands between this word and the next. */
    boolean breaksAfter(int at) {
        if (at + 1 >= words.size()) {
            return true;
        }
        var next = words.get(at + 1);
        for (int i = words.get(at).word().end(); i < next.word().start(); i++) {
            if (BREAKS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return next.keys().stream().anyMatch(TURNS::contains);
    }

    /** A colon, bar or dash stands before this word. */
    static boolean colon(String text, List<Token> words, int at) {
        for (int i = words.get(at - 1).word().end(); i < words.get(at).word().start(); i++) {
            if (COLONS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** A question mark follows the last word. */
    boolean asks() {
        for (int i = words.getLast().word().end();
                i < text.length() && !Character.isLetterOrDigit(text.charAt(i));
                i++) {
            if (text.charAt(i) == '?' || text.charAt(i) == '؟') {
                return true;
            }
            if (text.charAt(i) == '\n') {
                return false;
            }
        }
        return false;
    }

    /** A past year that is said to be one: "in 1993", "of 2006". {@code now} is the story's year, 0 when unknown. */
    boolean tellsOfYearBefore(int now) {
        for (int i = 1; i < words.size(); i++) {
            var key = words.get(i).word().key();
            if (key.length() == 4 && key.chars().allMatch(Character::isDigit)) {
                int year = Integer.parseInt(key);
                if (year > (breaksAfter(i) ? 1499 : 1799) // "of 1600 men" tells no year
                        && year < (now == 0 ? 2100 : now)
                        && YEAR_BEFORE.contains(words.get(i - 1).word().key())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static final Set<String> YEAR_BEFORE = Set.of(
            "in",
            "of",
            "during",
            "the",
            "from",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "en",
            "de",
            "عام",
            "سنه");
}
