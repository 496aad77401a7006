package org.wirebell.processor.extract.signals;

import java.util.List;

/**
 * Words that take a signal back: "no", "could", "years ago", "calls for".
 *
 * @param name what patterns call it
 * @param reach where the words must stand, seen from the signal
 * @param words how many words away at most
 */
record Guard(String name, Reach reach, int words, Pattern pattern) {
    enum Reach {
        /** Before or within the signal. */
        BEFORE,
        /** The same, with no comma or other break between. */
        CLAUSE,
        AFTER,
        /** Anywhere in the sentence. */
        SENTENCE
    }

    /** Whether these words stand so in this sentence that they take back what is said from word {@code from} to {@code to}. */
    boolean holds(Sentence sentence, int from, int to) {
        if (!pattern.possible(sentence.known())) {
            return false;
        }
        int first = reach == Reach.AFTER ? to : reach == Reach.SENTENCE ? 0 : Math.max(0, from - words);
        int last = reach == Reach.AFTER
                ? Math.min(sentence.words().size(), to + words)
                : reach == Reach.SENTENCE ? sentence.words().size() : to;
        for (int i = first; i < last; i++) {
            int end = pattern.match(sentence.words(), i);
            if (end >= 0
                    && end <= Math.max(last, to)
                    && !name(sentence.words(), i)
                    && (reach != Reach.CLAUSE || joined(sentence, i, from))) {
                return true;
            }
        }
        return false;
    }

    /** "May" with a capital within a sentence is a month. */
    private static boolean name(List<Token> words, int at) {
        var word = words.get(at).word();
        return word.form().equals("May") && at > 0;
    }

    private static boolean joined(Sentence sentence, int guard, int from) {
        for (int i = guard; i < from; i++) {
            if (sentence.breaksAfter(i)) {
                return false;
            }
        }
        return true;
    }
}
