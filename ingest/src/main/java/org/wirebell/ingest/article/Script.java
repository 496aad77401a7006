package org.wirebell.ingest.article;

import java.lang.Character.UnicodeScript;
import java.util.regex.Pattern;

/** What length and the end of a sentence mean in the writing systems of the world. */
final class Script {
    /** A Chinese or Japanese character says about as much as three Latin letters. */
    private static final int IDEOGRAPH = 3;

    private static final String ENDS = ".!?…:;。！？：；．؟۔؛।॥։።፧｡";
    private static final String COMMAS = "،、，､";
    private static final Pattern COMMA = Pattern.compile("[" + COMMAS + "]");
    private static final String CLOSING = "\"'”’»«“‘›)]）］」』】〉》*";

    private Script() {}

    /** Length in Latin letters' worth. */
    static int weight(String text) {
        return (int) Math.min(
                Integer.MAX_VALUE,
                text.codePoints().mapToLong(c -> isIdeograph(c) ? IDEOGRAPH : 1).sum());
    }

    /** Whether the text ends as sentences do; scripts that write no full stop always do. */
    static boolean isSentence(String text) {
        int end = text.length();
        while (end > 0 && (CLOSING.indexOf(text.charAt(end - 1)) >= 0 || text.charAt(end - 1) == ' ')) {
            end--;
        }
        return end > 0 && (ENDS.indexOf(text.charAt(end - 1)) >= 0 || isWithoutStops(text.codePointBefore(end)));
    }

    /** The text with the commas of other scripts made Latin ones. */
    static String withPlainCommas(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x600 && COMMAS.indexOf(c) >= 0) {
                return COMMA.matcher(text).replaceAll(",");
            }
        }
        return text;
    }

    private static boolean isIdeograph(int c) {
        return c >= 0x2E80
                && switch (UnicodeScript.of(c)) {
                    case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
                    default -> false;
                };
    }

    private static boolean isWithoutStops(int c) {
        return c >= 0x0E00
                && switch (UnicodeScript.of(c)) {
                    case THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
                    default -> false;
                };
    }
}
