package org.wirebell.processor.extract.figures;

import java.util.List;
import java.util.Optional;
import org.wirebell.model.Figure.Category;
import org.wirebell.processor.extract.figures.Trigger.Form;

/** What became of people is news, not how they came into it: "seven aid workers abducted in May were freed". */
final class Fates {
    private static final int REACH = 14;
    /** So long a clause between commas may be. */
    private static final int ASIDE = 22;

    private Fates() {}

    static void settle(Line line, List<Mention> mentions) {
        for (var mention : mentions) {
            boolean joined = behindComma(line, mention);
            boolean aside = aside(line, mention) || joined;
            if (aside || passing(line, mention)) {
                int before = aside ? -1 : before(line, mention.from);
                int end = joined ? closing(line, mention.trigger) : closing(line, mention.to + 1);
                int verb = before >= 0 ? before : verb(line, aside ? end : mention.trigger + 1);
                if (verb >= 0) {
                    fate(line, verb).ifPresent(c -> mention.governedBy(c, verb, mention.cost, "fate"));
                }
            }
        }
    }

    /** A participle right behind the noun, which may be left behind: "abducted", "missing since Friday". */
    private static boolean passing(Line line, Mention mention) {
        if (mention.trigger != mention.to || mention.to == mention.at + 1) {
            return false;
        }
        var entry = line.at(mention.trigger).entry();
        return open(mention)
                && (entry.hasForm(Form.PARTICIPLE) || entry.hasForm(Form.PASSIVE) || entry.hasForm(Form.STATE));
    }

    /** "Two nurses and their driver, kidnapped in May, were freed". */
    private static boolean behindComma(Line line, Mention mention) {
        return mention.trigger > mention.to
                && mention.trigger < mention.to + 5
                && line.at(mention.trigger - 1).mark(",")
                && line.at(mention.trigger).entry().hasForm(Form.PARTICIPLE)
                && open(mention);
    }

    /** "22 divers, who were found trapped, were declared dead": told in passing. */
    private static boolean aside(Line line, Mention mention) {
        return line.at(mention.to).mark(",")
                && line.is(mention.to + 1, Tag.RELATIVE)
                && mention.trigger > mention.to
                && mention.trigger < closing(line, mention.to + 1)
                && open(mention);
    }

    /** Where the clause between commas ends. */
    private static int closing(Line line, int from) {
        int i = from;
        while (i < from + ASIDE && i < line.size() && !line.at(i).mark(",")) {
            i++;
        }
        return line.at(i).mark(",") ? i : -1;
    }

    private static boolean open(Mention mention) {
        var category = mention.category.orElse(Category.KILLED);
        return category == Category.CAPTIVE || category == Category.ARRESTED || category == Category.MISSING;
    }

    /** "liberaron a 12 aldeanos secuestrados": the verb right before them, or -1. */
    private static int before(Line line, int from) {
        int i = from - 1;
        while (line.is(i, Tag.TO) || line.is(i, Tag.OF) || line.is(i, Tag.DETERMINER)) {
            i--;
        }
        var entry = line.at(i).entry();
        boolean takes = entry.hasForm(Form.ACTIVE) || entry.hasForm(Form.ACT) || line.is(i - 1, Tag.HAVE);
        return takes && fate(line, i).isPresent() ? i : -1;
    }

    /** The auxiliary of the main clause: behind a stretch of time and place without marks, numbers or further verbs. */
    private static int verb(Line line, int from) {
        for (int i = from; i < from + REACH && i < line.size(); i++) {
            var piece = line.at(i);
            if (piece.is(Tag.BE) || piece.is(Tag.HAVE)) {
                int verb = i + 1;
                while (line.is(verb, Tag.BE)
                        || line.is(verb, Tag.ADVERB) && !line.at(verb).isTrigger()) {
                    verb++;
                }
                return i > from ? verb : -1;
            }
            if (fate(line, i).isPresent()
                    && (piece.entry().hasForm(Form.EITHER) || piece.entry().hasForm(Form.GOES))) {
                return i; // "recuperaron la libertad"
            }
            if (piece.mark(";")
                    || piece.is(Tag.AND)
                    || piece.is(Tag.SUBORDINATE) && !piece.is(Tag.SINCE)
                    || piece.is(Tag.SAY)
                    || piece.is(Tag.MODAL) && !piece.is(Tag.MONTH)
                    || piece.is(Tag.NEGATION)
                    || piece.is(Tag.RELATIVE)) {
                return -1;
            }
        }
        return -1;
    }

    private static Optional<Category> fate(Line line, int verb) {
        for (var trigger : line.at(verb).entry().triggers()) {
            boolean ends = trigger.category() == Category.RELEASED
                    || trigger.category() == Category.RESCUED
                    || trigger.category() == Category.KILLED;
            if (ends && !line.is(verb, Tag.NEUTRAL)) {
                return Optional.of(trigger.category());
            }
        }
        return Optional.empty();
    }
}
