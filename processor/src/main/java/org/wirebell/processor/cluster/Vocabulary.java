package org.wirebell.processor.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The terms of the texts that are held, each with a number of its own from 0 on, and in how many of the texts it stands: the rarer, the
 * more it tells. The number of a term that stands in no text any more goes to another one.
 */
final class Vocabulary {
    /** As if so many texts without any of the terms were held: else, of the first few, what they share would count for nothing. */
    private static final int BEFORE = 500;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> terms = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final BitSet marks = new BitSet();
    private int[] texts = new int[1 << 10];
    private long all;

    /** So many texts more are held. */
    void textsCame(int count) {
        all += count;
    }

    /** So many texts are let go of. */
    void textsWent(int count) {
        all -= count;
    }

    /** The number of a term that stands in so many more texts. */
    int came(String term, int count) {
        int number = numbers.computeIfAbsent(term, this::next);
        texts[number] += count;
        return number;
    }

    /** The term stands in so many texts less. */
    void went(int number, int count) {
        texts[number] -= count;
        if (texts[number] <= 0) {
            texts[number] = 0;
            numbers.remove(terms.get(number));
            free.push(number);
        }
    }

    private Integer next(String term) {
        int number = free.isEmpty() ? terms.size() : free.pop();
        if (number < terms.size()) {
            terms.set(number, term);
        } else {
            terms.add(term);
            texts = number < texts.length ? texts : Arrays.copyOf(texts, 2 * number);
        }
        marks.set(number, Marks.isMark(term));
        return number;
    }

    String term(int number) {
        return terms.get(number);
    }

    /** Whether it means the same in every language. */
    boolean mark(int number) {
        return marks.get(number);
    }

    /** Above all numbers given so far. */
    int size() {
        return terms.size();
    }

    /** Logarithm of how rare the term is. */
    double rarity(int number) {
        return Math.log((all + BEFORE) / (texts[number] + 0.5));
    }
}
