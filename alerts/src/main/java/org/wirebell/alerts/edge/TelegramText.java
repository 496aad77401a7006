package org.wirebell.alerts.edge;

/** Foreign text for Telegram, sent without a parse mode. What would call somebody or run a command gets a word joiner. */
final class TelegramText {
    private static final String JOINER = "\u2060";

    private TelegramText() {}

    static String of(String text) {
        return text.replace("@", "@" + JOINER);
    }
}
