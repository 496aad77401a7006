package org.wirebell.processor.extract.words;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into words. A word is a run of letters, digits and marks; "U.S." and "Sana'a" are one, "US-led" is two, a possessive 's and
 * the French "l'" are cut off, "1,200" is one number.
 */
public final class Words {
    private Words() {}

    /** All words in order. */
    public static List<Word> of(String text) {
        var words = new ArrayList<Word>(text.length() / 6 + 4);
        for (int i = 0; i < text.length(); ) {
            if (Letters.inside(text.charAt(i))) {
                int end = end(text, i);
                add(text, i, end, words);
                i = end;
            } else {
                i++;
            }
        }
        return words;
    }

    private static int end(String text, int start) {
        int i = start;
        while (i < text.length()) {
            if (Letters.inside(text.charAt(i)) || more(text, i + 1) && joins(text, start, i)) {
                i++;
            } else {
                break;
            }
        }
        return acronym(text, start, i) ? i + 1 : i;
    }

    private static boolean more(String text, int at) {
        return at < text.length() && Letters.inside(text.charAt(at));
    }

    /** What may stand within a word: an apostrophe, a zero-width joiner, the dots of an acronym, separators of a number. */
    private static boolean joins(String text, int start, int at) {
        char c = text.charAt(at);
        if (apostrophe(c) || c == '\u200c') {
            return true;
        }
        if (c == '.' && at > start) {
            return Letters.upper(text.charAt(at - 1))
                            && Letters.upper(text.charAt(at + 1))
                            && (at - 1 == start || text.charAt(at - 2) == '.')
                    || digits(text, at);
        }
        return c == ',' && digits(text, at);
    }

    private static boolean digits(String text, int at) {
        return at > 0 && Letters.digit(text.charAt(at - 1)) && Letters.digit(text.charAt(at + 1));
    }

    /** The last dot of "U.S." belongs to it. */
    private static boolean acronym(String text, int start, int end) {
        return end < text.length()
                && text.charAt(end) == '.'
                && end - start >= 3
                && text.charAt(end - 2) == '.'
                && Letters.upper(text.charAt(end - 1));
    }

    private static boolean apostrophe(char c) {
        return c == '\'' || c == '’' || c == 'ʼ';
    }

    private static void add(String text, int start, int end, List<Word> into) {
        int from = start;
        int to = end;
        if (to - from > 2 && apostrophe(text.charAt(to - 2)) && "sS".indexOf(text.charAt(to - 1)) >= 0) {
            to -= 2;
        }
        int mark = elision(text, from, to);
        if (mark > 0) {
            word(text, from, mark, into);
            from = mark + 1;
        }
        word(text, from, to, into);
    }

    /** Where "l'", "d'", "qu'" end before a vowel: French writes two words as one. Zero when there is none. */
    private static int elision(String text, int from, int to) {
        for (int i = from + 1; i < Math.min(from + 3, to - 2); i++) {
            if (apostrophe(text.charAt(i))) {
                var head = text.substring(from, i).toLowerCase(java.util.Locale.ROOT);
                return switch (head) {
                    case "l", "d", "n", "s", "j", "m", "c", "qu" -> i;
                    default -> 0;
                };
            }
        }
        return 0;
    }

    private static void word(String text, int start, int end, List<Word> into) {
        var form = text.substring(start, end);
        var key = Fold.fold(form);
        if (Letters.digit(form.charAt(0))) {
            key = key.replace(",", "");
        } else if (form.indexOf('.') >= 0) {
            key = key.replace(".", "");
        }
        if (!key.isEmpty()) {
            into.add(new Word(start, end, form, key));
        }
    }
}
