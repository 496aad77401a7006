package org.wirebell.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One field of the item: its numbers, or its texts as if they were joined by line ends. */
final class Column {
    final Fields field;
    final Features.OfField asked;
    private long[] numbers = new long[4];
    private int numberCount;
    private final List<String> texts = new ArrayList<>();
    private int position;
    private int base;
    private boolean any;

    Column(Fields field, Features.OfField asked) {
        this.field = field;
        this.asked = asked;
    }

    void clear() {
        numberCount = 0;
        texts.clear();
        position = -1;
        base = 0;
        any = false;
    }

    boolean joins(Column[] group, int grouped) {
        for (int i = 0; i < grouped; i++) {
            if (group[i] == this || group[i].field.kind() != field.kind()) {
                return false;
            }
        }
        return true;
    }

    void begin() {
        position += any ? Terms.GAP : 0;
    }

    /** A word follows, so many places after the one before. */
    void step(int places) {
        position += places;
    }

    int position() {
        return position;
    }

    /** Where the text that is cut begins among all of the field. */
    int base() {
        return base;
    }

    void end(String text) {
        any = true;
        base += text.length() + 1;
        texts.add(text);
    }

    void add(long value) {
        if (numberCount == numbers.length) {
            numbers = Arrays.copyOf(numbers, numberCount * 2);
        }
        numbers[numberCount++] = value;
    }

    boolean between(long low, long high) {
        for (int i = 0; i < numberCount; i++) {
            if (numbers[i] >= low && numbers[i] <= high) {
                return true;
            }
        }
        return false;
    }

    /** What stands there, cut off where its text ends. */
    String words(int start, int end) {
        int from = 0;
        for (var text : texts) {
            if (start <= from + text.length()) {
                return text.substring(start - from, Math.min(end - from, text.length()));
            }
            from += text.length() + 1;
        }
        return "";
    }
}
