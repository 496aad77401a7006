package org.wirebell.processor.extract.figures;

import java.util.List;
import java.util.Optional;
import org.wirebell.model.Figure.Category;
import org.wirebell.processor.extract.figures.Mention.Head;
import org.wirebell.processor.extract.figures.Trigger.Form;

/** Deaths and injuries that share one number are casualties, and are never added to the dead. */
final class MixedHarm {
    private final Line line;
    private final List<Mention> mentions;
    private final Told told;

    private MixedHarm(Line line, List<Mention> mentions, Told told) {
        this.line = line;
        this.mentions = mentions;
        this.told = told;
    }

    static void merge(Line line, List<Mention> mentions, Told told) {
        new MixedHarm(line, mentions, told).merge();
    }

    /** "shot seven people, killing two": the seven are both. */
    private void shotAndKilled() {
        for (int i = 0; i + 1 < mentions.size(); i++) {
            var shot = mentions.get(i);
            var killed = mentions.get(i + 1);
            boolean both = shot.trigger >= 0
                    && line.is(shot.trigger, Tag.MAYBE_FATAL)
                    && line.at(shot.to).mark(",")
                    && killed.trigger == shot.to + 1
                    && killed.category.equals(Optional.of(Category.KILLED))
                    && line.at(killed.trigger).entry().hasForm(Form.GERUND)
                    && killed.quantity.high() <= shot.quantity.high();
            if (both) {
                shot.category = Optional.of(Category.CASUALTIES);
            }
        }
    }

    /** "hospitalised with food poisoning": ill, not hurt. */
    private void byDisease(Mention mention) {
        if (mention.trigger >= 0 && mention.category.equals(Optional.of(Category.INJURED))) {
            var word = line.at(mention.trigger).word();
            boolean ward = word.contains("hospital")
                    || word.contains("intensive care")
                    || word.contains("observation")
                    || word.contains("treatment")
                    || word.contains("ventilator")
                    || word.contains("condition") && told.of(Category.SICK)
                    || mention.rule.equals("taken-to-hospital");
            boolean ill = !word.contains("injur") && !word.contains("burn") && sickness(mention.trigger);
            if (ward && (ill || line.has(Tag.DISEASE, mention.trigger + 1, clauseEnd(mention.trigger + 1)))) {
                mention.category = Optional.of(Category.SICK);
            }
        }
    }

    /** Whether the sentence tells of a disease and of no disaster; a health ministry is none. */
    private boolean sickness(int trigger) {
        boolean found = false;
        for (int i = 0; i < line.size(); i++) {
            found |= line.is(i, Tag.DISEASE) && !line.is(i, Tag.SOURCE);
        }
        boolean before = told.ofDisease() && !told.of(Category.INJURED);
        return (found || before) && !line.has(Tag.EVENT, 0, before ? line.size() : trigger);
    }

    private int clauseEnd(int from) {
        int end = from;
        while (end < from + 5 && end < line.size() && !line.at(end).isMark()) {
            end++;
        }
        return end;
    }

    /** "killed or wounded 12", "dead, maimed": deaths and injuries not told apart. */
    private void merge() {
        shotAndKilled();
        mentions.forEach(this::byDisease);
        for (var mention : mentions) {
            if (mention.trigger < 0 || mention.head == Head.EVENT) {
                continue;
            }
            var category = mention.category.orElseThrow();
            if ((category == Category.KILLED || category == Category.INJURED)
                    && (paired(mention, 1, category) || paired(mention, -1, category))) {
                mention.category = Optional.of(Category.CASUALTIES);
                mention.rule = mention.rule + "-mixed";
            }
        }
    }

    /** Whether death and injury share one number here, with none of their own between them. */
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
        boolean linked =
                line.is(link, Tag.AND) || line.is(link, Tag.OR) || line.at(link).mark(",");
        if (!linked || !line.at(word).isTrigger() || line.is(word, Tag.NEUTRAL)) {
            return false;
        }
        boolean numbered =
                mentions.stream().anyMatch(m -> m != mention && (m.to == word || m.from == word + 1 && step > 0));
        boolean toll = line.at(word).entry().triggers().stream()
                .anyMatch(t -> (t.category() == Category.KILLED || t.category() == Category.INJURED)
                        && t.category() != category
                        && t.form() != Form.NOUN);
        return toll && !numbered;
    }
}
