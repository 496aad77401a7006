package org.wirebell.processor.extract.figures;

import java.util.List;
import java.util.Optional;
import org.wirebell.model.Figure.Category;
import org.wirebell.processor.extract.figures.Trigger.Form;

/** What became of people is news, not how they came into it: "seven aid workers abducted in May were freed". */
final class Fates {
    private static final int REACH = 14;

    private Fates() {}

    static void settle(Line line, List<Mention> mentions) {
        for (var mention : mentions) {
            if (passing(line, mention)) {
                int verb = verb(line, mention.trigger + 1);
                if (verb > 0) {
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
        var category = mention.category.orElse(Category.KILLED);
        boolean open = category == Category.CAPTIVE || category == Category.ARRESTED || category == Category.MISSING;
        var entry = line.at(mention.trigger).entry();
        return open && (entry.hasForm(Form.PARTICIPLE) || entry.hasForm(Form.PASSIVE) || entry.hasForm(Form.STATE));
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
