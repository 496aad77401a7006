package org.wirebell.processor.extract.figures;

import java.util.List;
import java.util.regex.Pattern;
import org.wirebell.model.Figure.Category;

/** Verbs that take their people into their midst: "burned six people alive", "handed nine captives over". */
final class SplitVerbs {
    private static final int REACH = 3;

    /** Where the displaced go, and what they leave. */
    private static final String AWAY = "(from|out of) their (homes|houses|villages)|(to )?flee|fleeing";

    private static final String DRIVE = "dr(ive|ives|ove|iven|iving)";

    private record Split(Pattern verb, Pattern rest, Category category) {}

    private static final List<Split> ALL = List.of(
            split("burn(s|t|ed|ing)?|bur(y|ies|ied|ying)", "alive", Category.KILLED),
            split("sets?|setting", "free", Category.RELEASED),
            split("lets?|letting", "go|walk free", Category.RELEASED),
            split("hand(s|ed|ing)?", "over", Category.RELEASED),
            split(DRIVE, "camps|homes|tents", Category.DISPLACED),
            split(DRIVE + "|forc(e|es|ed|ing)|push(es|ed|ing)?|sen(d|ds|t|ding)", AWAY, Category.DISPLACED));

    private SplitVerbs() {}

    private static Split split(String verb, String rest, Category category) {
        return new Split(Pattern.compile(verb), Pattern.compile(rest), category);
    }

    /** Settles the fate of people who stand between the two halves. */
    static void settle(Line line, List<Mention> mentions) {
        for (var mention : mentions) {
            for (var split : ALL) {
                boolean opens =
                        split.verb().matcher(line.at(mention.from - 1).word()).matches();
                if (opens && mention.head != Mention.Head.THING && closes(line, mention, split)) {
                    mention.governedBy(split.category(), mention.from - 1, 0, "active-split");
                }
            }
        }
    }

    private static boolean closes(Line line, Mention mention, Split split) {
        for (int i = mention.to; i < mention.to + REACH && !line.at(i).isMark(); i++) {
            if (split.rest().matcher(line.at(i).word()).matches()) {
                return true;
            }
        }
        return false;
    }
}
