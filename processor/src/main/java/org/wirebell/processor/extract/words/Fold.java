package org.wirebell.processor.extract.words;

import java.text.Normalizer;

/** Makes spelling variants of one word equal; the length may change, so keep offsets from the text itself. */
public final class Fold {
    /** The letter that stands for a letter, {@link #GONE} for none, {@link #SEVERAL} where it takes more than one. */
    private static final char[] FOLDED = new char[0x2100];

    private static final char GONE = '\uffff';
    private static final char SEVERAL = '\ufffe';

    static {
        for (char c = 0; c < FOLDED.length; c++) {
            var folded = decomposed(String.valueOf(c));
            FOLDED[c] = folded.isEmpty() ? GONE : folded.length() == 1 ? folded.charAt(0) : SEVERAL;
        }
    }

    private Fold() {}

    /** Lower case, no accents, vowel signs or tatweel; one letter for each family of Arabic and Persian letters; Latin digits. */
    public static String fold(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (letter(word.charAt(i)) != word.charAt(i)) {
                return changed(word, i);
            }
        }
        return word;
    }

    private static char letter(char c) {
        return c < FOLDED.length ? FOLDED[c] : SEVERAL;
    }

    private static String changed(String word, int from) {
        var folded = new char[word.length()];
        word.getChars(0, from, folded, 0);
        int length = from;
        for (int i = from; i < folded.length; i++) {
            char letter = letter(word.charAt(i));
            if (letter == SEVERAL) {
                return decomposed(word);
            }
            if (letter != GONE) {
                folded[length++] = letter;
            }
        }
        return new String(folded, 0, length);
    }

    private static String decomposed(String word) {
        var folded = new StringBuilder(word.length());
        Normalizer.normalize(word, Normalizer.Form.NFD).codePoints().forEach(c -> append(c, folded));
        return folded.toString();
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
