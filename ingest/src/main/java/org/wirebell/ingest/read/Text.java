package org.wirebell.ingest.read;

import java.util.StringJoiner;
import java.util.regex.Pattern;

/** White space in plain text. */
final class Text {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u202F]+");

    private Text() {}

    /** On one line, single spaces. */
    static String fold(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
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
