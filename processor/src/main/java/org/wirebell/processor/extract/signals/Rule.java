package org.wirebell.processor.extract.signals;

import java.util.Set;

/** One line of the lexicon: where the pattern stands, none of the guards holds and all needs do, there is this tag. */
record Rule(String id, String language, Pattern pattern, String tag, int level, Set<String> guards, Set<String> needs) {
    Rule {
        needs = Set.copyOf(needs);
        guards = Set.copyOf(guards);
    }
}
