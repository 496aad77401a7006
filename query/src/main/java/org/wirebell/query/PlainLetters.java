package org.wirebell.query;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Makes those spellings one that Lucene's own filters leave apart: Hebrew points and the joiners within Persian words go, hamza on waw and
 * yeh goes as in hasty Arabic, Russian yo becomes ye.
 */
final class PlainLetters extends TokenFilter {
    /** All letters before it are plain; the first combining mark. */
    private static final char FIRST = '\u0300';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    PlainLetters(TokenStream in) {
        super(in);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        var letters = term.buffer();
        int length = term.length();
        int kept = 0;
        while (kept < length && letters[kept] < FIRST) {
            kept++;
        }
        for (int i = kept; i < length; i++) {
            char c = letters[i];
            if (!dropped(c)) {
                letters[kept++] = plain(c);
            }
        }
        term.setLength(kept);
        return true;
    }

    private static boolean dropped(char c) {
        return c == '\u200c' || c == '\u200d' || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static char plain(char c) {
        return switch (c) {
            case 'ؤ' -> 'و';
            case 'ئ' -> 'ي';
            case 'ё' -> 'е';
            case 'ٱ' -> 'ا';
            default -> c;
        };
    }
}
