package org.wirebell.processor.extract.places;

import java.util.List;

/**
 * Words of a text that may name a place; candidates in the order of the gazetteer, all equally long; weak when it stands for the
 * country's people.
 */
record Mention(int start, int end, String quote, int firstWord, int lastWord, List<Name> candidates, boolean weak) {
    Mention {
        candidates = List.copyOf(candidates);
    }

    Mention weaker() {
        return new Mention(start, end, quote, firstWord, lastWord, candidates, true);
    }

    Name.Kind kind() {
        return candidates.getFirst().kind();
    }

    /** Every place of this name needs words around it that say so. */
    boolean doubtful() {
        return candidates.stream().allMatch(n -> n.kind().doubtful());
    }

    /** It may be a person's. */
    boolean namesake() {
        return candidates.stream()
                .allMatch(n -> n.kind() == Name.Kind.PERSON || n.kind().doubtful());
    }

    /** What is the same for all mentions of the name in a story. */
    List<String> keys() {
        return candidates.getFirst().keys();
    }

    boolean demonym() {
        return weak || kind() == Name.Kind.DEMONYM;
    }
}
