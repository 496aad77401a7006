package org.wirebell.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Cuts texts into the same terms as the analyzer does. Stretches of plain ASCII are cut here, by the same word boundaries (Unicode Standard
 * Annex 29) but some times as fast; what stands between two blanks and holds any other letter goes to the analyzer. Not for several threads.
 */
final class Cutter {
    private static final int ASCII = 0x80;
    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte JOINER = 4;
    /** Stands within a word when letters are on both sides; digits. */
    private static final byte MID_LETTER = 8;

    private static final byte MID_DIGIT = 16;
    private static final byte BLANK = 32;
    private static final int INSIDE = LETTER | DIGIT | JOINER;
    /** Longer words are cut into pieces by the analyzer. */
    private static final int LONG = 255;

    private static final byte[] KINDS = kinds();

    private final Analyzer analyzer;
    private char[] letters = new char[1 << 12];

    Cutter(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** Told of each term in order. */
    interface Terms {
        /** @param letters of the term, from the first on; they may be written over afterwards
         * @param places by which it stands behind the term before
         * @param start offset in the text, {@code end} exclusive */
        void term(char[] letters, int length, int places, int start, int end);
    }

    /** Cuts the value of a field. */
    void cut(Fields field, String text, Terms into) {
        if (field.kind() == Fields.Kind.NAME) {
            whole(field, text, into);
        } else {
            words(field, text, into);
        }
    }

    private void whole(Fields field, String text, Terms into) {
        int length = text.length();
        take(text, 0, length);
        for (int i = 0; i < length; i++) {
            if (letters[i] >= ASCII) {
                analysed(field, text, 0, length, into);
                return;
            }
            letters[i] = small(letters[i]);
        }
        into.term(letters, length, 1, 0, length);
    }

    private void words(Fields field, String text, Terms into) {
        int length = text.length();
        int other = -1; // where a stretch for the analyzer begins
        for (int from = blanks(text, 0); from < length; ) {
            int end = from;
            int any = 0;
            for (; end < length && !blank(text.charAt(end)); end++) {
                any |= text.charAt(end);
            }
            if (any >= ASCII || end - from > LONG) {
                other = other < 0 ? from : other;
            } else {
                if (other >= 0) {
                    analysed(field, text, other, from, into);
                    other = -1;
                }
                plain(text, from, end, into);
            }
            from = blanks(text, end);
        }
        if (other >= 0) {
            analysed(field, text, other, length, into);
        }
    }

    private static int blanks(String text, int from) {
        int at = from;
        while (at < text.length() && blank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean blank(char c) {
        return c < ASCII && KINDS[c] == BLANK;
    }

    private void plain(String text, int from, int end, Terms into) {
        for (int i = from; i < end; ) {
            if ((KINDS[text.charAt(i)] & INSIDE) == 0) {
                i++;
                continue;
            }
            int start = i;
            int kinds = 0;
            int length = 0;
            for (; i < end; i++) {
                char c = text.charAt(i);
                byte kind = KINDS[c];
                if ((kind & INSIDE) == 0 && !(i + 1 < end && joins(kind, text.charAt(i - 1), text.charAt(i + 1)))) {
                    break;
                }
                kinds |= kind;
                letters[length++] = small(c);
            }
            if ((kinds & (LETTER | DIGIT)) != 0) {
                into.term(letters, length, 1, start, i);
            }
        }
    }

    private static boolean joins(byte kind, char before, char after) {
        int both = KINDS[before] & KINDS[after];
        return (kind & MID_LETTER) != 0 && (both & LETTER) != 0 || (kind & MID_DIGIT) != 0 && (both & DIGIT) != 0;
    }

    private static char small(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
    }

    private void take(String text, int from, int to) {
        if (to - from > letters.length) {
            letters = new char[to - from];
        }
        text.getChars(from, to, letters, 0);
    }

    private void analysed(Fields field, String text, int from, int to, Terms into) {
        int whole = to > from && Character.isHighSurrogate(text.charAt(to - 1))
                ? to - 1
                : to; // half a character hides all words
        try (var stream = analyzer.tokenStream(field.key(), text.substring(from, whole))) {
            var term = stream.getAttribute(CharTermAttribute.class);
            var places = stream.getAttribute(PositionIncrementAttribute.class);
            var offset = stream.getAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                into.term(
                        term.buffer(),
                        term.length(),
                        places.getPositionIncrement(),
                        from + offset.startOffset(),
                        from + offset.endOffset());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory
        }
    }

    private static byte[] kinds() {
        var kinds = new byte[ASCII];
        for (char c = 0; c < ASCII; c++) {
            kinds[c] = Character.isLetter(c) ? LETTER : Character.isDigit(c) ? DIGIT : 0;
        }
        kinds['_'] = JOINER;
        kinds['.'] = MID_LETTER | MID_DIGIT;
        kinds['\''] = MID_LETTER | MID_DIGIT;
        kinds[':'] = MID_LETTER;
        kinds[','] = MID_DIGIT;
        kinds[';'] = MID_DIGIT;
        for (char c : new char[] {' ', '\t', '\n', '\f', '\r'}) {
            kinds[c] = BLANK;
        }
        return kinds;
    }
}
