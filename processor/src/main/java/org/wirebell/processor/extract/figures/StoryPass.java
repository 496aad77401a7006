package org.wirebell.processor.extract.figures;

import java.util.List;

/**
 * What headline and lead say for the whole story: figures without place or baseline borrow those named first for their
 * category (a figure with a claimant of its own may speak of another event and borrows only from that claimant), and a figure told again is marked by {@link #REPEAT} at the end of its rule so that readers can merge the two.
 */
final class StoryPass {
    static final String REPEAT = "+repeat";

    /** Only the first figures of a story lend: headline, lead and what follows closely. */
    private static final int LEAD = 40;

    private StoryPass() {}

    static void lend(List<Mention> mentions) {
        for (int i = 0; i < mentions.size(); i++) {
            var mention = mentions.get(i);
            boolean placeless = mention.place.isEmpty();
            for (int j = 0; j < Math.min(i, LEAD); j++) {
                var earlier = mentions.get(j);
                boolean sameVoice = mention.claimant.isEmpty() || mention.claimant.equals(earlier.claimant);
                boolean sameEvent = sameVoice && earlier.tense.equals(mention.tense) && earlier.scope == mention.scope;
                if (sameEvent && mention.place.isEmpty() && earlier.line != mention.line) {
                    mention.place = earlier.place;
                }
                boolean samePlace = placeless || earlier.place.equals(mention.place);
                if (sameEvent && samePlace && mention.since.isEmpty() && earlier.category.equals(mention.category)) {
                    mention.since = earlier.since;
                }
                if (!mention.rule.endsWith(REPEAT) && repeats(mention, earlier)) {
                    mention.rule = mention.rule + REPEAT;
                }
            }
        }
    }

    private static boolean repeats(Mention mention, Mention earlier) {
        return earlier.line != mention.line
                && earlier.category.equals(mention.category)
                && earlier.quantity.equals(mention.quantity)
                && earlier.role.equals(mention.role)
                && earlier.parent.isPresent() == mention.parent.isPresent()
                && !mention.isShare()
                && earlier.bound == mention.bound;
    }
}
