package org.wirebell.alerts.edge;

/** Foreign text for Slack: {@code &}, {@code <} and {@code >} are entities, so that {@code <!channel>} calls nobody. */
final class SlackText {
    private SlackText() {}

    /** At most {@code max} units, without cutting an entity or a character. */
    static String of(String text, int max) {
        return Plain.escaped(text, max, c -> switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(c);
        });
    }
}
