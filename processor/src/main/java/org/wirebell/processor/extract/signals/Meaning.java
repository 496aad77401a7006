package org.wirebell.processor.extract.signals;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What a lexicon knows of a word.
 *
 * @param elements numbers of the elements that take the word
 * @param rules those that may begin with it
 */
record Meaning(BitSet elements, List<Rule> rules) {
    static final Meaning NONE = new Meaning(new BitSet(), List.of());

    Meaning {
        rules = List.copyOf(rules);
    }

    boolean takenBy(int element) {
        return elements.get(element);
    }

    /** Of a word that can be understood in both ways. */
    Meaning or(Meaning other) {
        if (other.elements.isEmpty() || equals(other)) {
            return this;
        }
        if (elements.isEmpty()) {
            return other;
        }
        var both = (BitSet) elements.clone();
        both.or(other.elements);
        var either = new LinkedHashSet<>(rules);
        either.addAll(other.rules);
        return new Meaning(both, List.copyOf(either));
    }
}
