package org.wirebell.query;

import java.io.IOException;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Makes case, accents, digits and letter forms one. Words of plain ASCII, which only need small letters, pass by the filters for others. */
final class Folding extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TokenStream others;

    Folding(TokenStream in) {
        super(in);
        others = new PlainLetters(new ArabicNormalizationFilter(new PersianNormalizationFilter(
                new ASCIIFoldingFilter(new DecimalDigitFilter(new LowerCaseFilter(new Present(in)))))));
    }

    @Override
    public boolean incrementToken() throws IOException {
        return input.incrementToken() && (ascii(term.buffer(), term.length()) || others.incrementToken());
    }

    /** Makes letters small up to the first that is not ASCII; whether there was none. */
    private static boolean ascii(char[] letters, int length) {
        for (int i = 0; i < length; i++) {
            char c = letters[i];
            if (c >= 0x80) {
                return false;
            }
            letters[i] = c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
        }
        return true;
    }

    /** The word that is there already: the filters have no memory and share their attributes. */
    private static final class Present extends TokenFilter {
        Present(TokenStream in) {
            super(in);
        }

        @Override
        public boolean incrementToken() {
            return true;
        }
    }
}
