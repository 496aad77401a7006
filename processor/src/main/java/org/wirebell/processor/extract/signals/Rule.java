package org.wirebell.processor.extract.signals;

import java.util.Set;

/** One line of the lexicon: where the pattern stands, and none of the guards holds, there is this tag. */
record Rule(String id, String language, Pattern pattern, String tag, int level, Set<String> guards) {
    Rule {
        guards = Set.copyOf(guards);
    }
}
