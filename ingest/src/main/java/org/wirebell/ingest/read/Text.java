package org.wirebell.ingest.read;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** White space in plain text. */
final class Text {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u202F]+");
    private static final Pattern PARAGRAPHS = Pattern.compile("[ \\t\\u00A0]*\\R(?:[ \\t\\u00A0]*\\R)+");

    private Text() {}

    /** On one line, single spaces. */
    static String fold(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    /** Paragraphs (split at blank lines) each on one line, separated by one blank line. */
    static String paragraphs(String text) {
        return PARAGRAPHS
                .splitAsStream(text.replace("\r\n", "\n"))
                .map(Text::fold)
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n\n"));
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
