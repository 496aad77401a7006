package org.wirebell.alerts.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;

/**
 * Notices as Slack messages: Block Kit, and the whole in {@code text} for servers that know no blocks. Foreign text is escaped
 * and {@code verbatim}, so that {@code <!channel>}, {@code @here} and addresses in a headline stay letters.
 *
 * @param here whether a flash calls everybody who is there
 */
record SlackMessage(Headline.Size size, boolean here) {
    /** Limits of Slack, in units after escaping: docs.slack.dev, Block Kit reference. */
    static final int HEADER = 150;

    static final int SECTION = 3_000;
    private static final int ENTRIES = 20;
    private static final int ENTRY = 500;
    /** Some 13,200 units are taken in all (bolt-js issue 2509); the rest is for headline and footer. */
    private static final int ALL_ENTRIES = 9_000;

    Map<String, Object> of(Notice notice) {
        var words = Wording.of(notice, size);
        List<Map<String, Object>> blocks = new ArrayList<>();
        blocks.add(Fields.of(
                "type",
                "header",
                "text",
                Fields.of("type", "plain_text", "text", SlackText.of(words.headline(), HEADER), "emoji", false)));
        if (here && notice.alert().priority() == Priority.FLASH && !notice.quiet()) {
            blocks.add(section("<!here>"));
        }
        if (!words.change().isEmpty()) {
            blocks.add(section(SlackText.of(words.change(), SECTION)));
        }
        if (!words.sentence().text().isEmpty()) {
            blocks.add(section("> " + sentence(words.sentence())));
        }
        blocks.addAll(entries(words.entries()));
        blocks.add(Fields.of("type", "context", "elements", List.of(markdown(context(words)))));
        return Fields.of(
                "text",
                text(words),
                "blocks",
                blocks,
                "unfurl_links",
                false,
                "unfurl_media",
                false,
                "link_names",
                false);
    }

    /** As many as there is room for. */
    private static List<Map<String, Object>> entries(List<Wording.Entry> entries) {
        var sections = new ArrayList<Map<String, Object>>();
        int units = 0;
        for (var entry : entries) {
            var said = SlackText.of(entry.claimant() + ": “" + entry.sentence() + "”", ENTRY);
            var text = link(entry.link(), entry.title()) + "\n> " + said;
            units += text.length();
            if (units > ALL_ENTRIES || sections.size() == ENTRIES) {
                sections.add(section("… and " + (entries.size() - sections.size()) + " more"));
                break;
            }
            sections.add(section(text));
        }
        return sections;
    }

    private static String text(Wording words) {
        var lines = new ArrayList<String>();
        lines.add(SlackText.of(words.headline(), 1_000));
        if (!words.change().isEmpty()) {
            lines.add(SlackText.of(words.change(), 500));
        }
        if (!words.sentence().text().isEmpty()) {
            lines.add("> " + SlackText.of(words.sentence().text(), 1_000));
            lines.add(SlackText.of("Says: " + words.claimant(), 400));
        }
        return String.join("\n", lines);
    }

    /** Bold only where Slack would see it as bold: between blanks or marks, and without a star inside. */
    private static String sentence(Wording.Sentence sentence) {
        var before = SlackText.of(sentence.before(), 1_300);
        var quote = SlackText.of(sentence.quote(), 300);
        var after = SlackText.of(sentence.after(), 1_300);
        boolean alone = (before.isEmpty() || before.endsWith(" "))
                && (after.isEmpty() || !Character.isLetterOrDigit(after.codePointAt(0)));
        return alone && !quote.isEmpty() && quote.indexOf('*') < 0
                ? before + "*" + quote + "*" + after
                : before + quote + after;
    }

    private static String context(Wording words) {
        var parts = new ArrayList<String>();
        if (!words.claimant().isEmpty()) {
            parts.add(SlackText.of("Says: " + words.claimant(), 400));
        }
        if (!words.source().isEmpty()) {
            parts.add(link(words.link(), words.source()));
        }
        parts.add(SlackText.of(words.footer(), 600));
        return String.join(" · ", parts);
    }

    /** A bar would end the address within the angle brackets. */
    private static String link(String link, String label) {
        var address = SlackText.of(link.replace("|", "%7C").replace("<", "%3C").replace(">", "%3E"), SECTION);
        var usable = !address.isEmpty() && address.length() < 1_500;
        return usable
                ? "<" + address + "|" + SlackText.of(label, 400).replace("|", "¦") + ">"
                : SlackText.of(label, 400);
    }

    private static Map<String, Object> section(String text) {
        return Fields.of("type", "section", "text", markdown(text));
    }

    private static Map<String, Object> markdown(String text) {
        return Fields.of("type", "mrkdwn", "text", text, "verbatim", true);
    }
}
