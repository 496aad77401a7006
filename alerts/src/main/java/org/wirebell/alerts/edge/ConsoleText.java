package org.wirebell.alerts.edge;

import java.util.ArrayList;
import java.util.List;

/** A wording as plain text: the headline, then one labelled line each, wrapped. Also the text part of a mail. */
final class ConsoleText {
    private static final String INDENT = "    ";
    private static final int LABEL = 10;

    private ConsoleText() {}

    static String of(Wording words, int width) {
        var text = new StringBuilder(wrapped(words.headline(), width, INDENT)).append('\n');
        row(text, "Figure", words.change(), width);
        row(text, "Says", words.claimant(), width);
        if (!words.sentence().text().isEmpty()) {
            row(text, "Sentence", "“" + words.sentence().text() + "”", width);
        }
        for (var entry : words.entries()) {
            row(text, "Change", entry.title(), width);
            row(text, "Says", entry.claimant() + ": “" + entry.sentence() + "”", width);
            row(text, "Link", entry.link(), width);
        }
        row(text, "Source", words.source(), width);
        row(text, "Link", words.link(), width);
        words.why().forEach(why -> row(text, "Why", why, width));
        row(text, "Ids", words.footer(), width);
        return text.toString();
    }

    private static void row(StringBuilder text, String label, String value, int width) {
        if (!value.isEmpty()) {
            var indent = INDENT + " ".repeat(LABEL);
            text.append(INDENT)
                    .append(label)
                    .append(" ".repeat(LABEL - label.length()))
                    .append(wrapped(value, width - indent.length(), indent))
                    .append('\n');
        }
    }

    /** Breaks between words only, so that a link or a long word stays whole. */
    private static String wrapped(String text, int width, String indent) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return String.join("\n" + indent, lines);
    }
}
