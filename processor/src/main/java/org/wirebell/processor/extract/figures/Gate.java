package org.wirebell.processor.extract.figures;

import java.util.Arrays;
import java.util.List;

/**
 * Tells letter by letter, without cutting it into words, that a sentence holds no figure, as most do not: it has no number or no word of
 * harm. Lets through each sentence that has both, and some that have not.
 */
final class Gate {
    private static final int NUMBER = 1;
    private static final int HARM = 2;
    private static final int BOTH = NUMBER | HARM;
    /** Follows each word of a phrase in the tree. */
    private static final char NEXT_WORD = ' ';

    private final Node root = new Node();
    private final boolean open;

    /** A gate for the phrases of these lists; in Arabic, whose words are parted further, it stands open. */
    Gate(Lexicon lexicon) {
        open = lexicon.language().equals("ar");
        lexicon.forEachPhrase((words, entry) -> {
            int tells = (counts(entry) ? NUMBER : 0) | (harms(entry) || entry.is(Tag.TOTAL) ? HARM : 0);
            if (tells != 0) {
                learn(words, tells);
                learn(words.stream().map(Gate::inCapitals).toList(), tells);
            }
        });
    }

    static boolean counts(Entry entry) {
        return entry.numeral() != Numeral.NONE;
    }

    static boolean harms(Entry entry) {
        return !entry.triggers().isEmpty() && !entry.is(Tag.NEUTRAL)
                || entry.is(Tag.PARTITIVE)
                || entry.is(Tag.LOSE)
                || entry.is(Tag.LOST)
                || entry.is(Tag.SEND)
                || entry.is(Tag.HOSPITAL)
                || entry.is(Tag.SHELTER)
                || entry.is(Tag.DISEASE) && !entry.is(Tag.SOURCE);
    }

    /** As {@link Tokens} found them before it took "US" and "WHO" for names. */
    private static String inCapitals(String word) {
        return word.equals("u.s.") ? "us" : word.equals("w.h.o.") ? "who" : word;
    }

    private void learn(List<String> words, int tells) {
        var node = root;
        for (var word : words) {
            node = node == root ? node : node.child(NEXT_WORD);
            for (int i = 0; i < word.length(); i++) {
                node = node.child(word.charAt(i));
            }
        }
        node.tells |= tells;
    }

    boolean passes(String text, int start, int end) {
        int told = open ? BOTH : 0;
        boolean inside = false;
        for (int i = start; i < end && told != BOTH; i++) {
            char c = text.charAt(i);
            boolean word = Letters.isWord(c);
            if (Letters.isDigit(c)) {
                told |= NUMBER;
            } else if (!(word && inside) && c > ' ') {
                told |= told(root, text, i, end);
            }
            inside = word;
        }
        return told == BOTH;
    }

    /** What the phrases say that begin here, all of them. */
    private static int told(Node from, String text, int start, int end) {
        int told = 0;
        var node = from;
        for (int i = start; ; i++) {
            if (node.complete() && mayEnd(text, i, end)) {
                told |= node.tells;
                var next = node.next(NEXT_WORD);
                if (next != node) {
                    told |= told(next, text, behindBlanks(text, i, end), end);
                }
            }
            if (i >= end) {
                return told;
            }
            char c = text.charAt(i);
            if (Tokens.isBlank(c)) {
                return told;
            }
            if (!Letters.isMark(c)) {
                var next = node.next(letter(c));
                if (next == node) {
                    return told;
                }
                node = next;
            }
        }
    }

    /** A word may go on behind all that is no letter, and then it is too much that is let through. */
    private static boolean mayEnd(String text, int at, int end) {
        return at >= end || !Letters.isWord(text.charAt(at)) || !Letters.isWord(text.charAt(at - 1));
    }

    private static int behindBlanks(String text, int from, int end) {
        int at = from;
        while (at < end && Tokens.isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static char letter(char c) {
        if (Letters.isDigit(c)) {
            return (char) ('0' + Character.digit(c, 10));
        }
        char folded = Letters.fold(c);
        return folded != c || Letters.isWord(c) ? folded : Tokens.plain(c);
    }

    private static final class Node {
        private char first;
        /** By letter, from the first that there is; this node itself where there is none. */
        private Node[] children = new Node[0];

        private int tells;

        /** Whether a word of a phrase ends here. */
        boolean complete() {
            return tells != 0 || next(NEXT_WORD) != this;
        }

        /** The node one letter on; this node itself when there is none. */
        Node next(char letter) {
            int at = letter - first;
            return at >= 0 && at < children.length ? children[at] : this;
        }

        Node child(char letter) {
            if (children.length == 0) {
                first = letter;
            }
            int from = Math.min(first, letter);
            int to = Math.max(first + children.length, letter + 1);
            if (to - from > children.length) {
                var wider = new Node[to - from];
                Arrays.fill(wider, this);
                System.arraycopy(children, 0, wider, first - from, children.length);
                children = wider;
                first = (char) from;
            }
            int at = letter - first;
            if (children[at] == this) {
                children[at] = new Node();
            }
            return children[at];
        }
    }
}
