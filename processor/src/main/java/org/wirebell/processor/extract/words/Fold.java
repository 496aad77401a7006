package org.wirebell.processor.extract.words;

import java.text.Normalizer;
import java.util.Locale;

/** Makes spelling variants of one word equal; the length may change, so keep offsets from the text itself. */
public final class Fold {
    private Fold() {}

    /** Lower case, no accents, vowel signs or tatweel; one letter for each family of Arabic and Persian letters; Latin digits. */
    public static String fold(String word) {
        if (plain(word)) {
            return word.toLowerCase(Locale.ROOT);
        }
        var folded = new StringBuilder(word.length());
        Normalizer.normalize(word, Normalizer.Form.NFD).codePoints().forEach(c -> append(c, folded));
        return folded.toString();
    }

    private static boolean plain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > 0x7f || word.charAt(i) == '\'') {
                return false;
            }
        }
        return true;
    }

    private static void append(int c, StringBuilder into) {
        switch (c) {
            case 'أ', 'إ', 'آ', 'ٱ' -> into.append('ا');
            case 'ى', 'ی', 'ئ' -> into.append('ي');
            case 'ک' -> into.append('ك');
            case 'ؤ' -> into.append('و');
            case 'ة', 'ۀ' -> into.append('ه');
            case 'ـ', '\u200c', '\u200d', '\u200e', '\u200f', '\'', '’', '‘', 'ʻ', 'ʼ', 'ʿ', 'ʾ', '`' -> {}
            case 'ß' -> into.append("ss");
            case 'æ', 'Æ' -> into.append("ae");
            case 'ø', 'Ø' -> into.append('o');
            case 'ł', 'Ł' -> into.append('l');
            case 'ı' -> into.append('i');
            case 'đ', 'Đ' -> into.append('d');
            case 'ё' -> into.append('е');
            default -> other(c, into);
        }
    }

    private static void other(int c, StringBuilder into) {
        if (Character.isDigit(c)) {
            into.append(Character.digit(c, 10));
        } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
            into.appendCodePoint(Character.toLowerCase(c));
        }
    }
}
