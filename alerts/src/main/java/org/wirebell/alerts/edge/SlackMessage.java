package org.wirebell.alerts.edge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirebell.model.Json;

/**
 * A wording as a Slack message: Block Kit, and the whole in {@code text} for servers that know no blocks. Foreign text is
 * escaped and {@code verbatim}, so that {@code <!channel>}, {@code @here} and addresses in a headline stay letters.
 */
final class SlackMessage {
    /** Limits of Slack, in units after escaping: docs.slack.dev, Block Kit reference. */
    static final int HEADER = 150;

    static final int SECTION = 3_000;

    private SlackMessage() {}

    static String of(Wording words) {
        List<Map<String, Object>> blocks = new ArrayList<>();
        blocks.add(fields(
                "type",
                "header",
                "text",
                fields("type", "plain_text", "text", escaped(words.headline(), HEADER), "emoji", false)));
        if (!words.change().isEmpty()) {
            blocks.add(section(escaped(words.change(), SECTION)));
        }
        blocks.add(section("> " + sentence(words.sentence())));
        blocks.add(fields("type", "context", "elements", List.of(markdown(context(words)))));
        return Json.plain(fields(
                "text",
                text(words),
                "blocks",
                blocks,
                "unfurl_links",
                false,
                "unfurl_media",
                false,
                "link_names",
                false));
    }

    private static String text(Wording words) {
        var lines = new ArrayList<String>();
        lines.add(escaped(words.headline(), 1_000));
        if (!words.change().isEmpty()) {
            lines.add(escaped(words.change(), 500));
        }
        lines.add("> " + escaped(words.sentence().text(), 1_000));
        lines.add(escaped("Says: " + words.claimant(), 400));
        return String.join("\n", lines);
    }

    /** Bold only where Slack would see it as bold: between blanks or marks, and without a star inside. */
    private static String sentence(Wording.Sentence sentence) {
        var before = escaped(sentence.before(), 1_300);
        var quote = escaped(sentence.quote(), 300);
        var after = escaped(sentence.after(), 1_300);
        boolean alone = (before.isEmpty() || before.endsWith(" "))
                && (after.isEmpty() || !Character.isLetterOrDigit(after.codePointAt(0)));
        return alone && !quote.isEmpty() && quote.indexOf('*') < 0
                ? before + "*" + quote + "*" + after
                : before + quote + after;
    }

    private static String context(Wording words) {
        var text = escaped("Says: " + words.claimant(), 400) + " · " + link(words);
        return text + " · " + escaped(words.footer(), 600);
    }

    /** A bar would end the address within the angle brackets. */
    private static String link(Wording words) {
        var address =
                escaped(words.link().replace("|", "%7C").replace("<", "%3C").replace(">", "%3E"), SECTION);
        var usable = !address.isEmpty() && address.length() < 1_500;
        return usable
                ? "<" + address + "|" + escaped(words.source(), 300).replace("|", "¦") + ">"
                : escaped(words.source(), 300);
    }

    private static Map<String, Object> section(String text) {
        return fields("type", "section", "text", markdown(text));
    }

    private static Map<String, Object> markdown(String text) {
        return fields("type", "mrkdwn", "text", text, "verbatim", true);
    }

    /** Escapes what Slack parses, and stops before {@code max} units without cutting an entity or a character. */
    static String escaped(String text, int max) {
        var out = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            var piece = switch (c) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                default -> Character.toString(c);
            };
            if (out.length() + piece.length() > max - 1) {
                boolean last = at + Character.charCount(c) == text.length() && out.length() + piece.length() <= max;
                return out.append(last ? piece : "…").toString();
            }
            out.append(piece);
            at += Character.charCount(c);
        }
        return out.toString();
    }

    /** A JSON object in the given order. */
    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
