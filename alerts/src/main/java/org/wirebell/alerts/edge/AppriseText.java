package org.wirebell.alerts.edge;

/** Foreign text for services that we don't know: what calls people in most of them gets a word joiner. */
final class AppriseText {
    private static final String JOINER = "\u2060";

    private AppriseText() {}

    static String of(String text) {
        return text.replace("@", "@" + JOINER).replace("<", "<" + JOINER);
    }
}
