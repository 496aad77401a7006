package org.wirebell.query;

import java.util.Arrays;
import java.util.Optional;

/**
 * A query's text made ready for Lucene's parser, which takes a slash for a regular expression and a minus after a colon for
 * an operator: {@code place:lb/khiam} and {@code level:-2} are written as people expect.
 *
 * @param regex position (from 1) of a slash that starts a regular expression
 * @param origin for each character, its position in the original
 */
record Escaped(String text, Optional<Integer> regex, int[] origin) {
    static Escaped of(String original) {
        var text = new StringBuilder();
        var origin = new int[original.length() * 2 + 1];
        Optional<Integer> regex = Optional.empty();
        boolean quoted = false;
        boolean range = false;
        char before = ' ';
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            boolean escapedAlready = before == '\\';
            boolean plain = !quoted && !range && !escapedAlready;
            if (c == '"' && !escapedAlready && !range) {
                quoted = !quoted;
            } else if (plain && (c == '[' || c == '{')) {
                range = true;
            } else if (range && (c == ']' || c == '}')) {
                range = false;
            }
            if (plain && c == '/' && " \t\n(+-!:".indexOf(before) >= 0 && regex.isEmpty()) {
                regex = Optional.of(i + 1);
            }
            if (plain && (c == '/' || c == '-' && before == ':')) {
                origin[text.length()] = i + 1;
                text.append('\\');
            }
            origin[text.length()] = i + 1;
            text.append(c);
            before = escapedAlready ? ' ' : c;
        }
        origin[text.length()] = original.length() + 1;
        return new Escaped(text.toString(), regex, Arrays.copyOf(origin, text.length() + 1));
    }

    /** The position in the original (from 1) of a column that Lucene's parser names (from 0). */
    int original(int column) {
        return origin[Math.clamp(column, 0, origin.length - 1)];
    }
}
