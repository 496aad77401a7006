package org.wirebell.processor.extract.signals;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The words and stems of a lexicon as a tree of letters: one walk along a word finds all elements that take it, however many there are.
 * The walk ends at the first letter that no word of the lexicon has there.
 */
final class Meanings {
    /** News says the same words over and over: those met last, by their hash. */
    private static final int RECENT = 1 << 12;

    private static final int LONG = 32;

    private final Node root = new Node();
    private final Met[] recent = new Met[RECENT];

    /** Never changed, so threads may overwrite each other's: they lose a moment at worst. */
    private record Met(String key, Meaning meaning) {}

    Meanings(List<Elements.Element> elements, List<Rule> rules) {
        for (int i = 0; i < elements.size(); i++) {
            int number = i;
            elements.get(i).words().forEach(w -> node(w).exact.set(number));
            elements.get(i).stems().forEach(s -> node(s).prefix.set(number));
        }
        root.settle(new BitSet(), rules);
        Arrays.fill(recent, new Met("", root.whole));
    }

    Meaning of(String key) {
        if (key.length() > LONG) {
            return walk(key);
        }
        int at = key.hashCode() * 0x9e3779b9 >>> Integer.SIZE - Integer.numberOfTrailingZeros(RECENT);
        var met = recent[at];
        if (met.key.equals(key)) {
            return met.meaning;
        }
        var meaning = walk(key);
        recent[at] = new Met(key, meaning);
        return meaning;
    }

    private Meaning walk(String key) {
        var node = root;
        for (int i = 0; i < key.length(); i++) {
            var next = node.next(key.charAt(i));
            if (next == node) {
                return node.longer;
            }
            node = next;
        }
        return node.whole;
    }

    private Node node(String letters) {
        var node = root;
        for (int i = 0; i < letters.length(); i++) {
            node = node.child(letters.charAt(i));
        }
        return node;
    }

    private static final class Node {
        private final BitSet exact = new BitSet();
        private final BitSet prefix = new BitSet();
        private char first;
        private Node[] children =
                new Node[0]; // by letter, from the first that there is; this node itself where there is none
        private Meaning whole = Meaning.NONE;
        private Meaning longer = Meaning.NONE;

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

        void settle(BitSet above, List<Rule> rules) {
            prefix.or(above);
            exact.or(prefix);
            longer = meaning(prefix, rules);
            whole = exact.equals(prefix) ? longer : meaning(exact, rules);
            for (var child : children) {
                if (child != this) {
                    child.settle(prefix, rules);
                }
            }
        }

        private static Meaning meaning(BitSet elements, List<Rule> rules) {
            return elements.isEmpty()
                    ? Meaning.NONE
                    : new Meaning(
                            elements,
                            rules.stream()
                                    .filter(r -> elements.get(r.pattern().first()))
                                    .toList());
        }
    }
}
