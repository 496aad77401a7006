package org.wirebell.processor.extract.figures;

import java.util.ArrayList;
import java.util.List;

/** Parts the Arabic letters written onto the next word ("and", "with", "for") from it, where that word is then a known one. */
final class Clitics {
    private static final String LETTERS = "وفبل";

    private Clitics() {}

    static List<Token> split(List<Token> tokens, Lexicon lexicon) {
        var parted = new ArrayList<Token>(tokens.size() + 4);
        for (var token : tokens) {
            var word = token.word();
            boolean candidate =
                    token.kind() == Token.Kind.WORD && word.length() > 3 && LETTERS.indexOf(word.charAt(0)) >= 0;
            if (candidate && !lexicon.knows(word) && lexicon.knows(word.substring(1))) {
                int cut = cut(token);
                parted.add(new Token(token.start(), cut, Token.Kind.WORD, word.substring(0, 1), token.glued(), false));
                parted.add(new Token(cut, token.end(), Token.Kind.WORD, word.substring(1), true, false));
            } else {
                parted.add(token);
            }
        }
        return parted;
    }

    /** The folded word may be shorter than the text, but its first letter is the text's first. */
    private static int cut(Token token) {
        return token.start() + 1;
    }
}
