package org.wirebell.query;

import java.util.Arrays;
import org.apache.lucene.util.UnicodeUtil;
import org.apache.lucene.util.automaton.ByteRunnable;

/** Where an item has what; the places of one feature are a chain in the order of the text. */
final class Places {
    static final int NONE = -1;

    private int[] next = new int[256];
    private int[] position = new int[256];
    private int[] start = new int[256];
    private int[] end = new int[256];
    private int[] text = new int[256];
    private int[] length = new int[256];
    private int count;

    private char[] letters = new char[1_024];
    private int lettersCount;
    private byte[] bytes = new byte[64];

    void clear() {
        count = 0;
        lettersCount = 0;
    }

    int add(int at, int from, int to) {
        if (count == next.length) {
            next = Arrays.copyOf(next, count * 2);
            position = Arrays.copyOf(position, count * 2);
            start = Arrays.copyOf(start, count * 2);
            end = Arrays.copyOf(end, count * 2);
            text = Arrays.copyOf(text, count * 2);
            length = Arrays.copyOf(length, count * 2);
        }
        next[count] = NONE;
        position[count] = at;
        start[count] = from;
        end[count] = to;
        return count++;
    }

    void follow(int before, int after) {
        next[before] = after;
    }

    /** Keeps the letters of a word; the result is where. */
    int keep(char[] word, int size) {
        if (lettersCount + size > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(letters.length * 2, lettersCount + size));
        }
        System.arraycopy(word, 0, letters, lettersCount, size);
        lettersCount += size;
        return lettersCount - size;
    }

    void spell(int place, int kept, int size) {
        text[place] = kept;
        length[place] = size;
    }

    int next(int place) {
        return next[place];
    }

    int position(int place) {
        return position[place];
    }

    int start(int place) {
        return start[place];
    }

    int end(int place) {
        return end[place];
    }

    int length(int place) {
        return length[place];
    }

    boolean begins(int place, String beginning) {
        if (length[place] < beginning.length()) {
            return false;
        }
        for (int i = 0; i < beginning.length(); i++) {
            if (letters[text[place] + i] != beginning.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean accepted(int place, ByteRunnable automaton) {
        int most = length[place] * UnicodeUtil.MAX_UTF8_BYTES_PER_CHAR;
        bytes = bytes.length < most ? new byte[most * 2] : bytes;
        int size = UnicodeUtil.UTF16toUTF8(letters, text[place], length[place], bytes);
        return automaton.run(bytes, 0, size);
    }
}
