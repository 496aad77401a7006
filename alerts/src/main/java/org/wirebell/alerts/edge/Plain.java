package org.wirebell.alerts.edge;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Text that others wrote, made fit for one line: no line breaks, no terminal or text-direction controls, nothing invisible
 * but what scripts need (joiners, direction marks), no half characters. Offsets are UTF-16 units.
 */
final class Plain {
    private static final String MORE = "…";
    /** No character as people see it is longer; looking no further keeps long texts cheap. */
    private static final int WINDOW = 64;

    private Plain() {}

    /** One clean line of at most {@code max} units, cut between characters and marked when cut. */
    static String line(String text, int max) {
        return head(clean(text).strip(), max);
    }

    /** Clean, with runs of white space as one blank; a blank at either end stays. */
    static String clean(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isBlank(c)) {
                if (out.isEmpty() || out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else if (!isHidden(c)) {
                out.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c);
            }
        });
        return out.toString();
    }

    /** The first {@code max} units, the last of them a mark when something was cut; what is seen as one character stays whole. */
    static String head(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Math.max(0, max - MORE.length());
        return text.substring(0, boundary(text, end, false)) + MORE;
    }

    /** The last {@code max} units, the first of them a mark when something was cut. */
    static String tail(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int start = text.length() - Math.max(0, max - MORE.length());
        return MORE + text.substring(boundary(text, start, true));
    }

    /**
     * The text in pieces as a channel wants them, the first of them up to {@code max} units in all, the last a mark when something
     * was cut; no piece is cut.
     *
     * @param piece how a code point is written there
     */
    static String escaped(String text, int max, IntFunction<String> piece) {
        var out = new StringBuilder();
        int fits = 0;
        int units = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            var next = piece.apply(text.codePointAt(at));
            if (out.length() + next.length() > max) {
                return escaped(text.substring(0, boundary(text, fits, false)), max, piece) + MORE;
            }
            out.append(next);
            units += Character.charCount(text.codePointAt(at));
            fits = out.length() <= max - MORE.length() ? units : fits;
        }
        return out.toString();
    }

    /** The nearest place at or before {@code at}, or after it, where no character as people see it is cut. */
    private static int boundary(String text, int at, boolean after) {
        int from = Math.max(0, at - WINDOW);
        int to = Math.min(text.length(), at + WINDOW);
        var breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text.substring(from, to));
        if (breaks.isBoundary(at - from)) {
            return at;
        }
        int near = after ? breaks.following(at - from) : breaks.preceding(at - from);
        return near == BreakIterator.DONE ? at : from + near;
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    /** Direction overrides (they can turn a sentence round), zero-width fillers, and the tag characters of Unicode. */
    private static boolean isHidden(int c) {
        return c >= 0x202A && c <= 0x202E
                || c >= 0x2060 && c <= 0x2069
                || c >= 0xE0000 && c <= 0xE007F
                || c == 0xFEFF
                || c == 0x200B
                || c == 0x00AD;
    }
}
