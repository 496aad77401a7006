package org.wirebell.processor.extract.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parts the Arabic letters written onto the next word ("and", "with", "for") from it, where that word is then a known one. */
final class Clitics {
    private static final String LETTERS = "وفبل";
    private static final char AND = 'و';
    private static final String ONE = "واحد";
    private static final String TWO = "اثنان";
    private static final String TEN = "عشر";
    private static final Set<String> TWO_AGAIN = Set.of("اثنان", "اثنين", "اثنتان", "اثنتين");

    private Clitics() {}

    /** The tokens of a sentence, each word for two people as a number and the singular. */
    static List<Token> split(List<Token> tokens, Lexicon lexicon) {
        return split(tokens, lexicon, true);
    }

    /** The tokens of a phrase of the word lists. */
    static List<Token> part(List<Token> tokens, Lexicon lexicon) {
        return split(tokens, lexicon, false);
    }

    private static List<Token> split(List<Token> tokens, Lexicon lexicon, boolean duals) {
        var parted = new ArrayList<Token>(tokens.size() + 4);
        for (int i = 0; i < tokens.size(); i++) {
            var token = free(tokens, i);
            var word = token.word();
            if (TWO_AGAIN.contains(word) && isDual(parted)) {
                continue; // "two policemen, two": said twice
            }
            if (brackets(tokens, i)) {
                continue; // "(5) martyrs"
            }
            boolean candidate = token.kind() == Token.Kind.WORD
                    && LETTERS.indexOf(word.charAt(0)) >= 0
                    && word.length() > (word.charAt(0) == AND ? 2 : 3);
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
            if (duals) {
                dual(parted, lexicon);
            }
        }
        return parted;
    }

    /** One of the brackets that some agencies set around the number before its noun. */
    private static boolean brackets(List<Token> tokens, int at) {
        int open = tokens.get(at).word().equals("(") ? at : at - 2;
        return (open == at || tokens.get(at).word().equals(")"))
                && open >= 0
                && open + 3 < tokens.size()
                && tokens.get(open).word().equals("(")
                && tokens.get(open + 1).kind() == Token.Kind.DIGITS
                && tokens.get(open + 2).word().equals(")")
                && tokens.get(open + 3).kind() == Token.Kind.WORD;
    }

    /** The token without the bracket that it was glued to. */
    private static Token free(List<Token> tokens, int at) {
        var token = tokens.get(at);
        return at > 0 && token.kind() == Token.Kind.DIGITS && brackets(tokens, at - 1)
                ? new Token(token.start(), token.end(), token.kind(), token.word(), false, token.capital())
                : token;
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
