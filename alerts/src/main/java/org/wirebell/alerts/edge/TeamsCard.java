package org.wirebell.alerts.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A wording as an Adaptive Card for Teams (adaptivecards.io, version 1.4): text runs only, since all other texts of a card are
 * markdown.
 */
final class TeamsCard {
    /** Bytes of the whole message: learn.microsoft.com, limits of Teams. */
    static final int LIMIT = 28_000;

    static final int ENTRIES = 16;
    private static final int SENTENCE = 1_200;

    private TeamsCard() {}

    static Map<String, Object> message(Wording words, int entries) {
        var card = Fields.of(
                "$schema",
                "http://adaptivecards.io/schemas/adaptive-card.json",
                "type",
                "AdaptiveCard",
                "version",
                "1.4",
                "body",
                body(words, entries));
        if (!words.link().isEmpty()) {
            card.put(
                    "actions",
                    List.of(Fields.of("type", "Action.OpenUrl", "title", "Open the source", "url", words.link())));
        }
        return Fields.of(
                "type",
                "message",
                "attachments",
                List.of(Fields.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
    }

    private static List<Map<String, Object>> body(Wording words, int most) {
        var body = new ArrayList<Map<String, Object>>();
        body.add(block(run(words.headline(), "weight", "Bolder", "size", "Large")));
        if (!words.change().isEmpty()) {
            body.add(block(run(words.change(), "weight", "Bolder")));
        }
        var sentence = words.sentence();
        if (!sentence.text().isEmpty()) {
            body.add(block(List.of(
                    run("“" + Plain.tail(sentence.before(), SENTENCE / 2)),
                    run(sentence.quote(), "highlight", true),
                    run(Plain.head(sentence.after(), SENTENCE / 2) + "”"))));
            body.add(block(run("Says: " + words.claimant())));
        }
        words.entries().stream().limit(most).forEach(entry -> {
            body.add(block(run(entry.title(), "weight", "Bolder")));
            body.add(block(run(entry.claimant() + ": “" + entry.sentence() + "”")));
        });
        if (words.entries().size() > most) {
            body.add(block(run("… and " + (words.entries().size() - most) + " more")));
        }
        var small = words.source().isEmpty() ? words.footer() : words.source() + " · " + words.footer();
        body.add(block(run(small, "size", "Small", "isSubtle", true)));
        return body;
    }

    private static Map<String, Object> block(Map<String, Object> run) {
        return block(List.of(run));
    }

    private static Map<String, Object> block(List<Map<String, Object>> runs) {
        return Fields.of(
                "type",
                "RichTextBlock",
                "inlines",
                runs.stream().filter(run -> !"".equals(run.get("text"))).toList());
    }

    private static Map<String, Object> run(String text, Object... how) {
        var run = Fields.of("type", "TextRun", "text", TeamsText.of(text));
        run.putAll(Fields.of(how));
        return run;
    }
}
