package org.wirebell.processor.extract.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parts the Arabic letters written onto the next word ("and", "with", "for") from it, where that word is then a known one. */
final class Clitics {
    private static final String LETTERS = "وفبل";
    private static final String ONE = "واحد";
    private static final String TWO = "اثنان";
    private static final String TEN = "عشر";
    private static final Set<String> TWO_AGAIN = Set.of("اثنان", "اثنين", "اثنتان", "اثنتين");

    private Clitics() {}

    static List<Token> split(List<Token> tokens, Lexicon lexicon) {
        var parted = new ArrayList<Token>(tokens.size() + 4);
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            var word = token.word();
            if (TWO_AGAIN.contains(word) && isDual(parted)) {
                continue; // "two policemen, two": said twice
            }
            boolean candidate =
                    token.kind() == Token.Kind.WORD && word.length() > 3 && LETTERS.indexOf(word.charAt(0)) >= 0;
            boolean eleven = word.equals(ONE)
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).word().equals(TEN); // "and eleven", which only looks like "one"
            if (candidate && (eleven || !lexicon.knows(word)) && lexicon.knows(word.substring(1))) {
                int cut = cut(token);
                var rest = new Token(cut, token.end(), Token.Kind.WORD, word.substring(1), true, false);
                if (known(rest, i + 1 < tokens.size() ? List.of(rest, tokens.get(i + 1)) : List.of(), lexicon)) {
                    parted.add(
                            new Token(token.start(), cut, Token.Kind.WORD, word.substring(0, 1), token.glued(), false));
                    parted.add(rest);
                } else {
                    parted.add(token);
                }
            } else {
                parted.add(token);
            }
            dual(parted, lexicon);
        }
        return parted;
    }

    private static boolean isDual(List<Token> parted) {
        int last = parted.size() - 1;
        return last > 0
                && parted.get(last - 1).word().equals(TWO)
                && parted.get(last - 1).start() == parted.get(last).start();
    }

    /** A word that only opens a phrase ("led to") is known only where the phrase goes on. */
    private static boolean known(Token rest, List<Token> withNext, Lexicon lexicon) {
        return !lexicon.pieces(List.of(rest)).getFirst().isUnknown()
                || !withNext.isEmpty() && lexicon.pieces(withNext).size() == 1;
    }

    /** A word for two people becomes the number and the singular, both standing where the word stands. */
    private static void dual(List<Token> parted, Lexicon lexicon) {
        var last = parted.getLast();
        var word = last.word();
        boolean ends = word.length() > 4 && word.charAt(word.length() - 1) == 'ن';
        if (ends && lexicon.pieces(List.of(last)).getFirst().is(Tag.DUAL)) {
            parted.removeLast();
            parted.add(new Token(last.start(), last.end(), Token.Kind.WORD, TWO, last.glued(), false));
            var one = word.substring(0, word.length() - 2);
            parted.add(new Token(last.start(), last.end(), Token.Kind.WORD, one, false, false));
        }
    }

    /** The folded word may be shorter than the text, but its first letter is the text's first. */
    private static int cut(Token token) {
        return token.start() + 1;
    }
}
