package org.wirebell.alerts.edge;

/**
 * Text that others wrote, made fit for one line: no line breaks, no terminal or text-direction controls, nothing invisible
 * but what scripts need (joiners, direction marks), no half characters. Offsets are UTF-16 units.
 */
final class Plain {
    private static final String MORE = "…";

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

    /** The first {@code max} units, the last of them a mark when something was cut. */
    static String head(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Math.max(0, max - MORE.length());
        boolean halves = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, halves ? end - 1 : end) + MORE;
    }

    /** The last {@code max} units, the first of them a mark when something was cut. */
    static String tail(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int start = text.length() - Math.max(0, max - MORE.length());
        boolean halves = start < text.length() && Character.isLowSurrogate(text.charAt(start));
        return MORE + text.substring(halves ? start + 1 : start);
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
