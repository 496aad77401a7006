package org.wirebell.alerts.edge;

/** A wording as the subject, the text part and the HTML part of a mail. */
record MailText(String subject, String text, String html) {
    private static final int SUBJECT = 200;
    private static final int WIDTH = 78;

    static MailText of(Wording words) {
        return new MailText(Plain.head(words.headline(), SUBJECT), ConsoleText.of(words, WIDTH), html(words));
    }

    private static String html(Wording words) {
        var rows = new StringBuilder();
        row(rows, "Figure", "<strong>" + escaped(words.change()) + "</strong>", words.change());
        row(rows, "Says", escaped(words.claimant()), words.claimant());
        row(rows, "Source", escaped(words.source()), words.source());
        row(rows, "Link", link(words.link()), words.link());
        words.why().forEach(why -> row(rows, "Why", escaped(why), why));
        for (var entry : words.entries()) {
            row(rows, "Change", "<strong>" + escaped(entry.title()) + "</strong>", entry.title());
            var said = entry.claimant() + ": “" + entry.sentence() + "”";
            row(rows, "Says", escaped(said), said);
            row(rows, "Link", link(entry.link()), entry.link());
        }
        return """
                <!DOCTYPE html>
                <html><head><meta charset="utf-8"><title>%s</title></head>
                <body>
                <h1 dir="auto" style="font-size:1.2em">%s</h1>
                %s<table>
                %s</table>
                <p><small>%s</small></p>
                </body></html>
                """.formatted(
                escaped(words.headline()), escaped(words.headline()), sentence(words), rows, escaped(words.footer()));
    }

    private static String sentence(Wording words) {
        var sentence = words.sentence();
        var language = words.language().isEmpty() ? "" : " lang=\"" + escaped(words.language()) + "\"";
        return sentence.text().isEmpty()
                ? ""
                : "<blockquote dir=\"auto\"" + language + ">" + escaped(sentence.before()) + "<mark>"
                        + escaped(sentence.quote()) + "</mark>" + escaped(sentence.after()) + "</blockquote>\n";
    }

    private static void row(StringBuilder rows, String label, String markup, String value) {
        if (!value.isEmpty()) {
            rows.append("<tr><th align=\"left\">")
                    .append(label)
                    .append("</th><td dir=\"auto\">")
                    .append(markup)
                    .append("</td></tr>\n");
        }
    }

    private static String link(String link) {
        return "<a href=\"" + escaped(link) + "\" rel=\"noopener noreferrer\">" + escaped(link) + "</a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
