package org.wirebell.ingest.read;

import java.util.StringJoiner;

/** White space in plain text. */
final class Text {
    private Text() {}

    /** On one line, single spaces. */
    static String fold(String text) {
        var folded = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                space = true;
            } else {
                if (space && !folded.isEmpty()) {
                    folded.append(' ');
                }
                space = false;
                folded.append(c);
            }
        }
        return folded.toString();
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00A0' || c > 0x1000 && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** Paragraphs (split at blank lines) each on one line, separated by one blank line. */
    static String paragraphs(String text) {
        var paragraphs = new StringJoiner("\n\n");
        var paragraph = new StringBuilder();
        for (var line : (Iterable<String>) text.lines()::iterator) {
            if (line.isBlank()) {
                add(paragraph, paragraphs);
            } else {
                paragraph.append(line).append('\n');
            }
        }
        add(paragraph, paragraphs);
        return paragraphs.toString();
    }

    private static void add(StringBuilder paragraph, StringJoiner paragraphs) {
        var tidy = fold(paragraph.toString());
        if (!tidy.isEmpty()) {
            paragraphs.add(tidy);
        }
        paragraph.setLength(0);
    }

    /** The first that is not empty, or empty. */
    static String first(String... texts) {
        for (var text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
