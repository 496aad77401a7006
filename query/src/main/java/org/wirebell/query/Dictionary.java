package org.wirebell.query;

import java.util.Arrays;

/** Texts under numbers, asked for by the letters of a token without making a string of them. */
final class Dictionary {
    static final int NONE = -1;
    private static final int MIX = 0x9E3779B9; // golden ratio: spreads the low entropy of 31 * h

    private String[] texts = new String[16];
    private int[] hashes = new int[16];
    private int[] numbers = new int[16];
    private int size;

    /** Hash of a text with one more letter. */
    static int hash(int before, char letter) {
        return 31 * before + letter;
    }

    static int hash(char[] letters, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = hash(hash, letters[i]);
        }
        return hash;
    }

    int find(char[] letters, int length, int hash) {
        for (int slot = slot(hash); ; slot = slot + 1 & texts.length - 1) {
            var text = texts[slot];
            if (text == null) {
                return NONE;
            }
            if (hashes[slot] == hash && same(text, letters, length)) {
                return numbers[slot];
            }
        }
    }

    int find(String text) {
        var letters = text.toCharArray();
        return find(letters, letters.length, hash(letters, letters.length));
    }

    void put(String text, int number) {
        if (size * 2 >= texts.length) {
            grow();
        }
        var letters = text.toCharArray();
        add(text, hash(letters, letters.length), number);
        size++;
    }

    boolean isEmpty() {
        return size == 0;
    }

    private void add(String text, int hash, int number) {
        int slot = slot(hash);
        while (texts[slot] != null) {
            slot = slot + 1 & texts.length - 1;
        }
        texts[slot] = text;
        hashes[slot] = hash;
        numbers[slot] = number;
    }

    private void grow() {
        var oldTexts = texts;
        var oldHashes = Arrays.copyOf(hashes, hashes.length);
        var oldNumbers = Arrays.copyOf(numbers, numbers.length);
        texts = new String[oldTexts.length * 2];
        hashes = new int[texts.length];
        numbers = new int[texts.length];
        for (int i = 0; i < oldTexts.length; i++) {
            if (oldTexts[i] != null) {
                add(oldTexts[i], oldHashes[i], oldNumbers[i]);
            }
        }
    }

    private int slot(int hash) {
        return hash * MIX >>> Integer.numberOfLeadingZeros(texts.length) + 1;
    }

    private static boolean same(String text, char[] letters, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != letters[i]) {
                return false;
            }
        }
        return true;
    }
}
