package org.wirebell.processor.extract.figures;

import java.util.ArrayList;
import java.util.List;

/** Cuts a stretch of text into words, runs of digits and marks, in one pass. */
final class Tokens {
    private final String text;
    private final int end;
    private final boolean elisions;
    /** Set in capitals throughout, as old wires are: then capitals tell nothing. */
    private final boolean shouting;

    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String text, int start, int end, boolean elisions) {
        this.text = text;
        this.at = start;
        this.end = end;
        this.elisions = elisions;
        this.shouting = end - start > 25 && shouts(text, start, end);
    }

    /** {@code elisions}: French "l'", "d'", "qu'" are words of their own. */
    static List<Token> of(String text, int start, int end, boolean elisions) {
        var cutter = new Tokens(text, start, end, elisions);
        cutter.cut();
        return cutter.tokens;
    }

    private static boolean shouts(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void cut() {
        while (at < end) {
            char c = text.charAt(at);
            if (Letters.isDigit(c)) {
                digits();
            } else if (Letters.isWord(c)) {
                word();
            } else if (isBlank(c)) {
                at++;
            } else if (isApostrophe(c) && possessive()) {
                add(at, at + 2, Token.Kind.WORD, "'s", false);
            } else {
                add(at, at + 1, Token.Kind.MARK, mark(c), false);
            }
        }
    }

    static boolean isBlank(char c) {
        return c <= ' '
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || (c >= '\u200b' && c <= '\u200f')
                || c == '\ufeff';
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    private boolean possessive() {
        return at + 1 < end
                && (text.charAt(at + 1) == 's' || text.charAt(at + 1) == 'S')
                && (at + 2 >= end || !Letters.isWord(text.charAt(at + 2)))
                && at > 0
                && Letters.isWord(text.charAt(at - 1));
    }

    /** Dashes and quotation marks come in many shapes and mean the same here. */
    static char plain(char c) {
        return switch (c) {
            case '–', '—', '‑', '−' -> '-';
            case '“', '”', '„', '«', '»' -> '"';
            case '،' -> ',';
            case '؛' -> ';';
            case '٪' -> '%';
            default -> c;
        };
    }

    private static String mark(char c) {
        return switch (plain(c)) {
            case '-' -> "-";
            case '"' -> "\"";
            case ',' -> ",";
            case ';' -> ";";
            case '%' -> "%";
            case '.' -> ".";
            default -> String.valueOf(c);
        };
    }

    /** A run of digits with the separators inside it, written in Latin digits. */
    private void digits() {
        int start = at;
        var plain = new StringBuilder();
        while (at < end) {
            char c = text.charAt(at);
            if (Letters.isDigit(c)) {
                plain.append((char) ('0' + Character.digit(c, 10)));
            } else if (separates(c) && at + 1 < end && Letters.isDigit(text.charAt(at + 1))) {
                plain.append(c == '٬' ? ',' : c == '٫' ? '.' : c);
            } else {
                break;
            }
            at++;
        }
        int stop = at;
        at = start;
        add(start, stop, Token.Kind.DIGITS, plain.toString(), false);
    }

    private static boolean separates(char c) {
        return c == ',' || c == '.' || c == '٬' || c == '٫' || c == '،';
    }

    private void word() {
        int start = at;
        int i = at;
        while (i < end && continues(start, i)) {
            i++;
        }
        if (dotted(start, i)) {
            while (i + 1 < end
                    && text.charAt(i) == '.'
                    && Letters.isWord(text.charAt(i + 1))
                    && (i + 2 >= end || !Letters.isWord(text.charAt(i + 2)))) {
                i += 2;
            }
            if (i < end && text.charAt(i) == '.') {
                i++;
            }
        }
        add(
                start,
                i,
                Token.Kind.WORD,
                initials(Letters.fold(text, start, i), start),
                !shouting && Character.isUpperCase(text.charAt(start)));
    }

    /** "US" and "WHO" in capitals are names, not pronouns. */
    private String initials(String word, int start) {
        boolean name =
                !shouting && (word.equals("us") || word.equals("who")) && Character.isUpperCase(text.charAt(start + 1));
        return !name ? word : word.equals("us") ? "u.s." : "w.h.o.";
    }

    private boolean continues(int start, int i) {
        char c = text.charAt(i);
        if (Letters.isWord(c)) {
            return !(elisions && i > start && isApostrophe(text.charAt(i - 1)));
        }
        if (Letters.isDigit(c)) {
            return i - start < 3 && c < 128 && Character.isUpperCase(text.charAt(start));
        }
        if (!isApostrophe(c) || i + 1 >= end || !Letters.isWord(text.charAt(i + 1))) {
            return false;
        }
        boolean possessive = text.charAt(i + 1) == 's' && (i + 2 >= end || !Letters.isWord(text.charAt(i + 2)));
        return !possessive;
    }

    /** "U.S." and "a.m." are one word. */
    private boolean dotted(int start, int i) {
        return i - start == 1
                && i + 1 < end
                && text.charAt(i) == '.'
                && Letters.isWord(text.charAt(i + 1))
                && (i + 2 >= end || !Letters.isWord(text.charAt(i + 2)));
    }

    private void add(int start, int stop, Token.Kind kind, String word, boolean capital) {
        if (!word.isEmpty()) { // a lone tatweel or vowel sign is none
            boolean glued = !tokens.isEmpty() && tokens.getLast().end() == start;
            tokens.add(new Token(start, stop, kind, word, glued, capital));
        }
        at = stop;
    }
}
