package org.wirebell.processor.extract.words;

/** What kind of character this is, looked up for all that news is mostly written in. */
final class Letters {
    private static final int INSIDE = 1;
    private static final int UPPER = 2;
    private static final int DIGIT = 4;
    /** Up to the general punctuation: Latin, Greek, Cyrillic, Hebrew, Arabic, Indic scripts. */
    private static final byte[] KINDS = new byte[0x2100];

    static {
        for (char c = 0; c < KINDS.length; c++) {
            KINDS[c] = (byte) kind(c);
        }
    }

    private Letters() {}

    /** Part of a word wherever it stands. */
    static boolean inside(char c) {
        return is(INSIDE, c);
    }

    static boolean upper(char c) {
        return is(UPPER, c);
    }

    static boolean digit(char c) {
        return is(DIGIT, c);
    }

    private static boolean is(int kind, char c) {
        return ((c < KINDS.length ? KINDS[c] : kind(c)) & kind) != 0;
    }

    private static int kind(char c) {
        boolean inside = Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || c == 'ـ';
        return (inside ? INSIDE : 0) | (Character.isUpperCase(c) ? UPPER : 0) | (Character.isDigit(c) ? DIGIT : 0);
    }
}
