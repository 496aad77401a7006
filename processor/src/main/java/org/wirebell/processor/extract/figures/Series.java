package org.wirebell.processor.extract.figures;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wirebell.model.Figure.Category;
import org.wirebell.processor.extract.figures.Mention.Head;
import org.wirebell.processor.extract.figures.Trigger.Form;

/** Running counts and their levels: "the death toll from … has risen to 65", "the number of missing to 993", "bringing the total to 79". */
final class Series {
    /** How far behind a number its former value may stand. */
    private static final int FORMER = 12;

    private static final Pattern COMPARED = Pattern.compile("from|compared|against|(earlier|previous|initial).* of$");

    private final Line line;
    private final List<Mention> mentions;

    private Series(Line line, List<Mention> mentions) {
        this.line = line;
        this.mentions = mentions;
    }

    static void read(Line line, List<Mention> mentions, Optional<Category> lastCategory) {
        var series = new Series(line, mentions);
        for (int i = 0; i < line.size(); i++) {
            var category = series.counted(i, lastCategory);
            if (category.isPresent()) {
                series.levels(i, category.get());
            }
        }
        series.formerOnes();
        series.elliptic();
    }

    /** "131 people still missing, down from 164": the old value is of what stands right before it, be it a part or the whole. */
    private void formerOnes() {
        for (int i = 1; i < mentions.size(); i++) {
            int earlier = i - 1;
            while (earlier > 0 && mentions.get(earlier).head == Head.THING) {
                earlier--;
            }
            var now = mentions.get(earlier);
            var then = mentions.get(i);
            int link = then.from - 1;
            while (line.is(link, Tag.DETERMINER)) {
                link--;
            }
            boolean former = line.is(link, Tag.PREVIOUS)
                    && COMPARED.matcher(line.at(link).word()).find();
            boolean free = !then.governed() || then.trigger < then.from;
            if (former
                    && free
                    && now.governed()
                    && then.head != Head.THING
                    && (link <= now.to + FORMER || line.at(link).word().endsWith(" of"))) {
                then.governedBy(
                        now.category.orElseThrow(), Math.min(now.trigger, then.from - 1), now.cost, "former-level");
            }
        }
    }

    /** "put the dead at 14, while another paper reported 17"; "190 are dead, thirty more than yesterday". */
    private void elliptic() {
        for (int i = 1; i < mentions.size(); i++) {
            var mention = mentions.get(i);
            var before = mentions.get(i - 1);
            boolean bare = mention.head == Head.NONE && before.governed() && before.head != Head.THING;
            int end = mention.to;
            boolean more = bare
                    && line.is(end, Tag.MORE_THAN)
                    && line.at(end).word().equals("more than")
                    && !line.at(end + 1).isNumber();
            boolean other = bare
                    && !mention.governed()
                    && line.is(mention.from - 1, Tag.SAY)
                    && line.has(Tag.SUBORDINATE, before.to, mention.from)
                    && line.ends(end);
            if (more || other) {
                mention.more |= more;
                mention.governedBy(
                        before.category.orElseThrow(), -1, before.cost, more ? "more-than-before" : "elliptic");
            }
        }
    }

    /** The category that a count starting at this piece is of. */
    private Optional<Category> counted(int i, Optional<Category> lastCategory) {
        var piece = line.at(i);
        if (piece.is(Tag.NEUTRAL) || piece.isNumber()) {
            return Optional.empty();
        }
        var own = piece.entry().category(Form.SERIES);
        if (own.isPresent() && !piece.is(Tag.COUNT_OF)) {
            return own;
        }
        var rising = new Rising(line, mentions).at(i);
        if (rising.isPresent()) {
            return rising;
        }
        if (piece.is(Tag.COUNT_OF)) {
            Optional<Category> weak = Optional.empty();
            for (int j = i + 1; j < Math.min(line.size(), i + 18) && !line.at(j).isNumber(); j++) {
                if (line.at(j).isTrigger() && !line.is(j, Tag.NEUTRAL)) {
                    var trigger = line.at(j).entry().triggers().getFirst();
                    if (trigger.form() != Form.STATUS && !line.is(j, Tag.WEAK)) {
                        return Optional.of(trigger.category());
                    }
                    boolean fate = line.at(j - 1).entry().hasForm(Form.STATUS)
                            && line.at(j).entry().hasForm(Form.PARTICIPLE);
                    if (fate) {
                        return Optional.of(trigger.category()); // "the number of captives exchanged"
                    }
                    weak = weak.or(() -> Optional.of(trigger.category()));
                }
            }
            if (weak.isPresent() || own.isPresent()) {
                return weak.or(() -> own); // "the toll of the war"
            }
        }
        var next = line.at(i + 1).entry();
        if (piece.is(Tag.TOTAL) && next.hasForm(Form.PARTICIPLE) && !line.is(i + 1, Tag.NEUTRAL)) {
            var told = next.category(Form.PARTICIPLE); // "The number kidnapped rose to 81"
            boolean arrests = told.equals(Optional.of(Category.CAPTIVE))
                    && mentions.stream().anyMatch(m -> m.category.equals(Optional.of(Category.ARRESTED)));
            return arrests ? Optional.of(Category.ARRESTED) : told; // "detained 70, bringing the number held to 400"
        }
        return piece.is(Tag.TOTAL) ? nearest(i).or(() -> lastCategory).or(() -> nounBefore(i)) : Optional.empty();
    }

    /** The category last given in this sentence, which "the total" then means. */
    private Optional<Category> nearest(int at) {
        Optional<Category> found = Optional.empty();
        for (var mention : mentions) {
            if (mention.at < at && mention.governed()) {
                found = mention.category;
            }
        }
        return found;
    }

    /** "The latest deaths would lift the total to 12": a plain plural lends its category. */
    private Optional<Category> nounBefore(int at) {
        for (int i = at - 1; i >= 0; i--) {
            var noun = line.at(i).entry().category(Form.NOUN);
            if (noun.isPresent() && !line.is(i, Tag.NEUTRAL)) {
                return noun;
            }
        }
        return Optional.empty();
    }

    /** Hands the count's category to every number that stands as one of its levels. */
    private void levels(int series, Category category) {
        for (var mention : mentions) {
            if (mention.head == Head.THING
                    || mention.head == Head.EVENT && mention.cost < 1
                    || ofItsOwn(mention, category)) {
                continue;
            }
            if (mention.from > series) {
                double cost = price(series, mention);
                if (cost < Reach.LIMIT && cost < mention.cost) {
                    mention.governedBy(category, series, cost, "series-level");
                }
            } else if (mention.to == series || mention.to == series - 1 && line.is(series - 1, Tag.DETERMINER)) {
                boolean sums = line.is(mention.from - 1, Tag.LEVEL) && mention.to == series; // "suman 340 los muertos"
                if (line.is(mention.from - 1, Tag.TO) || line.is(mention.from - 1, Tag.AT) || sums) {
                    mention.governedBy(category, series, 0.5, "level-series");
                }
            }
        }
    }

    /** "toll climbs to 212, over 2,500 arrested", "the total to 22,000 cases": with a word of its own right beside it. */
    private boolean ofItsOwn(Mention mention, Category category) {
        boolean beside = mention.trigger == mention.to || mention.trigger >= mention.at && mention.trigger < mention.to;
        return mention.governed()
                && beside
                && mention.category.filter(c -> c != category).isPresent()
                && !line.at(mention.trigger).entry().hasForm(Form.SERIES)
                && !line.at(mention.trigger).entry().hasForm(Form.STATUS);
    }

    /** The number must stand where a level stands: behind "to", "at", "of", a verb of rising, or right behind the count. */
    private double price(int series, Mention mention) {
        int before = mention.from - 1;
        while (before > series
                && (line.is(before, Tag.ADVERB) && !line.is(before, Tag.LEVEL)
                        || line.at(before).mark("\""))) {
            before--;
        }
        var link = line.at(before);
        boolean linked = before == series
                || link.is(Tag.LEVEL)
                || line.at(mention.from).word().equals("now")
                || link.is(Tag.TO)
                || link.is(Tag.AT)
                || link.is(Tag.FROM)
                || link.is(Tag.BY)
                || link.is(Tag.PREVIOUS)
                || link.mark(":")
                || (line.is(mention.from, Tag.MORE_THAN) || line.is(mention.from, Tag.NEARLY)) && !link.is(Tag.AND)
                || link.is(Tag.INCLUDING)
                || Rising.verbFirst(line, series)
                || link.word().equals("as") && before <= series + 2 // "gave the number of dead as 86"
                || link.is(Tag.BE);
        if (!linked) {
            return Reach.LIMIT;
        }
        double cost = 0.5 + (mention.head == Head.UNKNOWN ? 1.5 : 0);
        for (int i = series + 1; i < before; i++) {
            var piece = line.at(i);
            if (piece.is(Tag.SUBORDINATE)) {
                cost += 1.0;
            } else if (piece.mark(";")) {
                cost += 3;
            } else {
                cost += piece.mark(",") ? 0.3 : 0.03;
            }
        }
        return cost;
    }
}
