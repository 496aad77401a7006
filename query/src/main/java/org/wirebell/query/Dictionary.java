package org.wirebell.query;

/** Texts under numbers, asked for by the letters of a token without making a string of them. */
final class Dictionary {
    static final int NONE = -1;
    private static final int MIX = 0x9E3779B9; // golden ratio: spreads the low entropy of 31 * h

    private String[] texts = new String[16];
    /** Hash and one more than the number of each text side by side: most words are in no dictionary, and one look tells it. */
    private int[] slots = new int[32];

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
            int number = slots[2 * slot + 1] - 1;
            if (number == NONE || slots[2 * slot] == hash && same(texts[slot], letters, length)) {
                return number;
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
        while (slots[2 * slot + 1] != 0) {
            slot = slot + 1 & texts.length - 1;
        }
        texts[slot] = text;
        slots[2 * slot] = hash;
        slots[2 * slot + 1] = number + 1;
    }

    private void grow() {
        var oldTexts = texts;
        var oldSlots = slots;
        texts = new String[2 * oldTexts.length];
        slots = new int[2 * oldSlots.length];
        for (int i = 0; i < oldTexts.length; i++) {
            if (oldSlots[2 * i + 1] != 0) {
                add(oldTexts[i], oldSlots[2 * i], oldSlots[2 * i + 1] - 1);
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
