package org.wirebell.processor.extract.figures;

/** Brings letters to one form for look-up: lower case, one apostrophe, Arabic without its optional marks. */
final class Letters {
    private Letters() {}

    /** Whether a word is written in Arabic letters, which know no capitals. */
    static boolean isArabic(String word) {
        return !word.isEmpty() && word.charAt(0) >= '\u0600' && word.charAt(0) <= '\u06ff';
    }

    static String fold(String text, int start, int end) {
        var folded = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!isMark(c)) {
                folded.append(fold(c));
            }
        }
        return folded.toString();
    }

    /** Tatweel and Arabic vowel signs, which writers add or leave out as they like. */
    static boolean isMark(char c) {
        return c == 'ـ' || (c >= 'ً' && c <= 'ٟ') || c == 'ٰ';
    }

    static char fold(char c) {
        return switch (c) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى', 'ی' -> 'ي';
            case 'ک' -> 'ك';
            case 'ة' -> 'ه';
            case '’', '‘', 'ʼ', '`' -> '\'';
            default -> c < 128 && (c < 'A' || c > 'Z') ? c : Character.toLowerCase(c);
        };
    }

    /** Any decimal digit of the families that wires use: Latin, Arabic-Indic, Persian, full width. */
    static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c > 127 && Character.isDigit(c));
    }

    static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c > 127 && (Character.isLetter(c) || isMark(c)));
    }
}
