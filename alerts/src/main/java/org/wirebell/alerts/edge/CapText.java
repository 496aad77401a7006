package org.wirebell.alerts.edge;

/** Foreign text for XML 1.0, which has no place for some characters; the writer escapes the rest. */
final class CapText {
    private CapText() {}

    static String of(String text) {
        return text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c >= 0x20 && c != 0xFFFE && c != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** An identifier: no blanks, no commas, no {@code <} and {@code &}. */
    static String identifier(String id) {
        return id.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
