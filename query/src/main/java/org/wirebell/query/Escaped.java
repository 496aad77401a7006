package org.wirebell.query;

import java.util.Arrays;
import java.util.Optional;

/**
 * A query's text made ready for Lucene's parser, which takes a slash for a regular expression and a minus after a colon for
 * an operator: {@code place:lb/khiam} and {@code level:-2} are written as people expect. A slash where a word would begin does start one.
 *
 * @param open position (from 1) of a slash that starts a regular expression without an end
 * @param deep position (from 1) of the first bracket that is too deep
 * @param origin for each character, its position in the original
 */
record Escaped(String text, Optional<Integer> open, Optional<Integer> deep, int[] origin) {
    static Escaped of(String original) {
        var text = new StringBuilder();
        var origin = new int[original.length() * 2 + 1];
        Optional<Integer> open = Optional.empty();
        Optional<Integer> deep = Optional.empty();
        boolean quoted = false;
        boolean range = false;
        int depth = 0;
        int regexEnd = -1;
        char before = ' ';
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            boolean escapedAlready = before == '\\';
            boolean plain = !quoted && !range && !escapedAlready && i > regexEnd;
            if (c == '"' && !escapedAlready && !range && i > regexEnd) {
                quoted = !quoted;
            } else if (plain && (c == '[' || c == '{')) {
                range = true;
            } else if (range && (c == ']' || c == '}')) {
                range = false;
            } else if (plain && c == '(' && ++depth > Limits.DEPTH && deep.isEmpty()) {
                deep = Optional.of(i + 1);
            } else if (plain && c == ')') {
                depth--;
            }
            boolean starts = plain && c == '/' && " \t\n(+-!:".indexOf(before) >= 0;
            if (starts) {
                regexEnd = end(original, i + 1);
                open = regexEnd < 0 && open.isEmpty() ? Optional.of(i + 1) : open;
            }
            if (plain && !starts && (c == '/' || c == '-' && before == ':')) {
                origin[text.length()] = i + 1;
                text.append('\\');
            }
            origin[text.length()] = i + 1;
            text.append(c);
            before = escapedAlready ? ' ' : c;
        }
        origin[text.length()] = original.length() + 1;
        return new Escaped(text.toString(), open, deep, Arrays.copyOf(origin, text.length() + 1));
    }

    /** Where the slash is that ends a regular expression, or −1. */
    private static int end(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '/' -> {
                    return i;
                }
                case '\\' -> i++;
                default -> {}
            }
        }
        return -1;
    }

    /** The position in the original (from 1) of a column that Lucene's parser names (from 0). */
    int original(int column) {
        return origin[Math.clamp(column, 0, origin.length - 1)];
    }
}
