package org.wirebell.alerts.edge;

/** Foreign text for Discord: every mark of its markdown, of mentions and of links stands behind a backslash. */
final class DiscordText {
    private static final String MARKS = "\\*_~`|>[]()<#-+@:!";

    private DiscordText() {}

    static String of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    /** At most {@code max} units, without cutting off what a backslash belongs to. */
    static String of(String text, int max) {
        return Plain.escaped(
                text, max, c -> MARKS.indexOf(c) < 0 ? Character.toString(c) : "\\" + Character.toString(c));
    }
}
