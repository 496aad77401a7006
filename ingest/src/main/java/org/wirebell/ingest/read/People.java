package org.wirebell.ingest.read;

import java.util.regex.Pattern;

/** Names of people as feeds give them: {@code a@b.example (Ana Ruiz)}, {@code Ana Ruiz <a@b.example>}, or just the name. */
final class People {
    private static final Pattern MAIL_NAME = Pattern.compile("\\S+@\\S+\\s*\\((.+)\\)");
    private static final Pattern NAME_MAIL = Pattern.compile("(.+?)\\s*[<(]\\s*(?:mailto:)?\\S+@\\S+\\s*[>)]");

    private People() {}

    static String name(String text) {
        var tidy = Html.line(text);
        // Both patterns go back over the text: a line of this length is no name.
        if (tidy.length() > 300) {
            return tidy;
        }
        for (var pattern : new Pattern[] {MAIL_NAME, NAME_MAIL}) {
            var found = pattern.matcher(tidy);
            if (found.matches()) {
                return unquoted(found.group(1).strip());
            }
        }
        return unquoted(tidy);
    }

    private static String unquoted(String name) {
        return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1)
                : name;
    }
}
