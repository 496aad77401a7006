package org.wirebell.processor.extract.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What stands at one step in the patterns of a lexicon, each kind once; its number is its place here. */
final class Elements {
    private final List<Element> all = new ArrayList<>();

    /** Words taken as they are, and stems taken with any ending; all folded. */
    record Element(Set<String> words, Set<String> stems) {
        Element {
            words = Set.copyOf(words);
            stems = Set.copyOf(stems);
        }
    }

    int number(Element element) {
        int known = all.indexOf(element);
        if (known >= 0) {
            return known;
        }
        all.add(element);
        return all.size() - 1;
    }

    List<Element> all() {
        return List.copyOf(all);
    }
}
