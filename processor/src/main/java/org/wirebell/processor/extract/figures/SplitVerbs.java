package org.wirebell.processor.extract.figures;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.wirebell.model.Figure.Category;

/** Verbs that take their people into their midst: "burned six people alive", "handed nine captives over". */
final class SplitVerbs {
    private static final int REACH = 6;

    /** Where the displaced go, and what they leave. */
    private static final String AWAY = "(from|out of) (their )?(homes|houses|villages)|(to )?flee|fleeing";

    private static final String DRIVE = "dr(ive|ives|ove|iven|iving)";

    private static final Set<String> AFAR = Set.of("into", "from", "across", "out of", "over");

    private static final Pattern PULL =
            Pattern.compile("pull(s|ed|ing)?|pluck(s|ed|ing)?|haul(s|ed|ing)?|dig|digs|dug|lift(s|ed|ing)?");

    private record Split(Pattern verb, Pattern rest, Category category) {}

    private static final List<Split> ALL = List.of(
            split("burn(s|t|ed|ing)?|bur(y|ies|ied|ying)", "alive", Category.KILLED),
            split("sets?|setting", "free", Category.RELEASED),
            split("f(ind|inds|ound|inding)|br(ing|ings|ought|inging) out", "alive", Category.RESCUED),
            split("sh(oot|oots|ot|ooting)", "dead|to death", Category.KILLED),
            split("t(ake|akes|ook|aking)", "custody", Category.ARRESTED),
            split("br(ing|ings|ought|inging)", "ashore", Category.RESCUED),
            split("lets?|letting", "go|walk free|prisons?|jails?|custody", Category.RELEASED),
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
            var verb = line.at(mention.from - 1);
            if (!verb.isWord() || verb.is(Tag.AND) || verb.is(Tag.BE) || verb.is(Tag.PREPOSITION)) {
                continue; // no verb: not worth an expression
            }
            if (pulledOut(line, mention)) {
                mention.governedBy(Category.RESCUED, mention.from - 1, 0, "active-split");
            }
            if (drivenFar(line, mention)) {
                mention.governedBy(Category.DISPLACED, mention.from - 1, 0, "active-split");
            }
            for (var split : ALL) {
                boolean opens =
                        split.verb().matcher(line.at(mention.from - 1).word()).matches();
                if (opens && mention.head != Mention.Head.THING && closes(line, mention, split)) {
                    mention.governedBy(split.category(), mention.from - 1, 0, "active-split");
                }
            }
        }
    }

    /** "have driven 14,500 people into Zogo": not by bus. */
    private static boolean drivenFar(Line line, Mention mention) {
        boolean driven = line.at(mention.from - 1).word().equals("driven") && line.is(mention.from - 2, Tag.HAVE);
        return driven && mention.isPeople() && AFAR.contains(line.at(mention.to).word());
    }

    /** "pulled 22 people from the water". */
    private static boolean pulledOut(Line line, Mention mention) {
        boolean people = mention.head != Mention.Head.THING && mention.head != Mention.Head.EVENT;
        boolean pulled = PULL.matcher(line.at(mention.from - 1).word()).matches() && line.is(mention.to, Tag.FROM);
        for (int i = mention.to + 1; pulled && people && i < mention.to + 5; i++) {
            if (line.is(i, Tag.DANGER)) {
                return true;
            }
        }
        return false;
    }

    /** "and wounded 12": another verb. */
    private static boolean goesOn(Line line, int i) {
        return line.is(i, Tag.AND)
                && (line.at(i + 1).isTrigger() || line.is(i + 1, Tag.VERB) || line.is(i + 1, Tag.LEFT));
    }

    private static boolean closes(Line line, Mention mention, Split split) {
        for (int i = mention.to; i < mention.to + REACH && !line.at(i).isMark() && !goesOn(line, i); i++) {
            if (split.rest().matcher(line.at(i).word()).matches()) {
                return true;
            }
        }
        return false;
    }
}
