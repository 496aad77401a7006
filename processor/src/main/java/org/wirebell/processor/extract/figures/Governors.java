package org.wirebell.processor.extract.figures;

import java.util.List;
import org.wirebell.model.Figure.Category;
import org.wirebell.processor.extract.figures.Mention.Head;
import org.wirebell.processor.extract.figures.Trigger.Form;

/** Gives each number the word that owns it: the cheapest reading over all triggers of the sentence and their argument slots. */
final class Governors {
    private final Line line;
    private final List<Mention> mentions;

    private Governors(Line line, List<Mention> mentions) {
        this.line = line;
        this.mentions = mentions;
    }

    static void choose(Line line, List<Mention> mentions) {
        var governors = new Governors(line, mentions);
        governors.own();
        for (int i = 0; i < line.size(); i++) {
            var piece = line.at(i);
            if (piece.isTrigger() && !piece.is(Tag.NEUTRAL)) {
                for (var trigger : piece.entry().triggers()) {
                    governors.slot(i, trigger);
                }
            }
        }
        governors.casualties();
    }

    /** The noun of the number, or an adjective before it, may itself be the trigger: "12 deaths", "12 hostages", "30 injured people". */
    private void own() {
        for (var mention : mentions) {
            for (int i = mention.at + 1; i < mention.to; i++) {
                var piece = line.at(i);
                if (!piece.isTrigger() || piece.is(Tag.NEUTRAL)) {
                    continue;
                }
                for (var trigger : piece.entry().triggers()) {
                    switch (trigger.form()) {
                        case NOUN -> offer(mention, trigger.category(), i, piece.is(Tag.WEAK) ? 1.6 : 0.1, "counted-noun");
                        case STATUS -> offer(mention, trigger.category(), i, 2.6, "status-noun");
                        case STATE, PARTICIPLE, PASSIVE, GERUND ->
                            offer(mention, trigger.category(), i, i < mention.noun ? 2.4 : 0.2, "adjective");
                        case ACTIVE, GOES, ACT, SERIES, EITHER -> {}
                    }
                }
            }
        }
    }

    private void slot(int at, Trigger trigger) {
        var voice = Voice.of(line, at, trigger.form(), mentions);
        double surcharge = line.is(at, Tag.WEAK) ? 0.8 : 0;
        for (var mention : mentions) {
            if (at >= mention.from && at < mention.to) {
                continue;
            }
            if (at >= mention.to && (voice == Voice.BEFORE || voice == Voice.BOTH)) {
                offer(mention, trigger.category(), at, surcharge + Reach.forward(line, mention.to, at), name("before", trigger));
            } else if (at < mention.from && (voice == Voice.AFTER || voice == Voice.BOTH)) {
                offer(mention, trigger.category(), at, surcharge + 0.1 + Reach.backward(line, at, mention.from), name("after", trigger));
            } else if (at < mention.from && trigger.form() == Form.STATE) {
                stateFirst(mention, trigger, at);
            }
        }
    }

    /** "Dead: 12", "the dead included 40", "the wounded included": the state stands first and a link follows. */
    private void stateFirst(Mention mention, Trigger trigger, int at) {
        boolean article = line.is(at - 1, Tag.DETERMINER);
        var next = line.at(at + 1);
        if (next.mark(":") && mention.from == at + 2 || article && next.is(Tag.INCLUDING)) {
            offer(mention, trigger.category(), at, 0.8 + Reach.backward(line, at + 1, mention.from), name("state-first", trigger));
        }
    }

    private static String name(String slot, Trigger trigger) {
        return trigger.form().name().toLowerCase(java.util.Locale.ROOT) + "-" + slot;
    }

    private void offer(Mention mention, Category category, int at, double cost, String rule) {
        double total = cost + penalty(mention);
        boolean weak = line.is(at, Tag.WEAK) && !mention.isPeople() && mention.head != Head.EVENT;
        if (total <= Reach.LIMIT && total < mention.cost && !weak) {
            mention.governedBy(category, at, total, rule);
        }
    }

    private static double penalty(Mention mention) {
        return switch (mention.head) {
            case HUMAN, HOUSEHOLD, EVENT -> 0;
            case LIKELY -> 0.3;
            case NONE -> mention.partitive ? 0.2 : 0.6;
            case UNKNOWN -> 2.2;
            case THING -> 99;
        };
    }

    /** "killed or wounded 12", "dead, maimed": deaths and injuries not told apart. */
    private void casualties() {
        for (var mention : mentions) {
            if (mention.trigger < 0 || mention.head == Head.EVENT) {
                continue;
            }
            var category = mention.category.orElseThrow();
            if ((category == Category.KILLED || category == Category.INJURED)
                    && (paired(mention, 1, category) || paired(mention, -1, category))) {
                mention.category = Category.CASUALTIES.equals(category) ? mention.category : java.util.Optional.of(Category.CASUALTIES);
                mention.rule = mention.rule + "-mixed";
            }
        }
    }

    private boolean paired(Mention mention, int step, Category category) {
        int link = mention.trigger + step;
        while (line.is(link, Tag.ADVERB)) {
            link += step;
        }
        int other = link + step;
        while (line.is(other, Tag.ADVERB) || line.is(other, Tag.BE)) {
            other += step;
        }
        int word = other;
        boolean linked = line.is(link, Tag.AND) || line.is(link, Tag.OR) || line.at(link).mark(",");
        if (!linked || !line.at(word).isTrigger() || line.is(word, Tag.NEUTRAL)) {
            return false;
        }
        boolean numbered = mentions.stream().anyMatch(m -> m != mention && (m.to == word || m.from == word + 1 && step > 0));
        boolean toll = line.at(word).entry().triggers().stream()
                .anyMatch(t -> (t.category() == Category.KILLED || t.category() == Category.INJURED)
                        && t.category() != category
                        && t.form() != Form.NOUN);
        return toll && !numbered;
    }
}
