package org.wirebell.processor.extract.figures;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.wirebell.model.Figure.Category;
import org.wirebell.processor.extract.figures.Mention.Head;
import org.wirebell.processor.extract.figures.Trigger.Form;

/** Words such as "held", "cases" and "critical", which mean harm to people only in such company as tells that people are meant. */
final class WeakWords {
    private static final int NOWHERE = -1;

    private static final Set<Category> HELD = EnumSet.of(Category.CAPTIVE, Category.RELEASED, Category.ARRESTED);

    private final Line line;
    private final List<Mention> mentions;
    private final Told told;

    WeakWords(Line line, List<Mention> mentions, Told told) {
        this.line = line;
        this.mentions = mentions;
        this.told = told;
    }

    /** Some words mean harm only beside people, or in a list of harm; "cases" only where a disease is named. */
    boolean tooWeak(Mention mention, Category category, int at) {
        if (!line.is(at, Tag.WEAK)) {
            return false;
        }
        if (category == Category.INJURED && mention.head == Head.EVENT && line.has(Tag.SPORT, 0, line.size())) {
            return true;
        }
        if (category == Category.SICK
                && (recovered(mention)
                        || !line.has(Tag.DISEASE, 0, line.size())
                                && !strongElsewhere(Category.SICK)
                                && !told.ofDisease())) {
            return true;
        }
        if (category == Category.CAPTIVE && mention.noun >= 0 && at < mention.from) {
            var state = line.at(mention.noun).entry().category(Form.STATUS);
            if (state.isPresent() && state.get() != category) {
                return true; // a camp that holds refugees keeps no captives
            }
        }
        if (category == Category.MISSING && mention.head == Head.NONE && line.has(Tag.EVENT, 0, at)) {
            return false; // "Landslide buries 30"
        }
        if (line.is(mention.from - 1, Tag.LEFT) && at == mention.to) {
            return false; // "left 5 million hungry"
        }
        boolean again = switch (category) {
            case RELEASED, CAPTIVE -> told.ofHeld() || heldElsewhere(at);
            case RESCUED -> told.of(category) || ofThose(mention);
            case DISPLACED, AFFECTED -> told.of(category) || elsewhere(category, at);
            case SICK -> told.ofDisease() || line.has(Tag.DISEASE, 0, line.size());
            default -> false;
        };
        if (mention.head == Head.NONE && again) {
            return false; // "Three have since been let go"
        }
        if (at == mention.to && line.ends(at + 1) && category == Category.INJURED && strongElsewhere(at)) {
            return false; // "death toll 12, 15 critical"
        }
        int next = line.pastHelpers(mention.to);
        boolean ofThem = mention.partitive && told.any() && line.has(Tag.PARTITIVE, mention.at, mention.to);
        boolean harms = category == Category.INJURED
                || category == Category.AFFECTED
                || category == Category.DISPLACED
                || category == Category.RESCUED;
        boolean object = harms && at == mention.from - 1 && mention.head == Head.NONE;
        if (object && strongElsewhere(at)) {
            return false; // "kills 9, hurts 17"
        }
        boolean listed = at == next
                && mention.head == Head.NONE
                && (next > mention.to || line.at(at).entry().hasForm(Form.PARTICIPLE))
                && strongElsewhere(at);
        return !mention.isPeople() && mention.head != Head.EVENT && !listed && !ofThem;
    }

    /** "Gunmen free 18; six still held". */
    private boolean heldElsewhere(int at) {
        return elsewhere(
                at, piece -> HELD.contains(piece.entry().triggers().getFirst().category()));
    }

    private boolean elsewhere(Category category, int at) {
        return elsewhere(
                at,
                piece -> !piece.is(Tag.WEAK)
                        && piece.entry().triggers().stream().anyMatch(trigger -> trigger.category() == category));
    }

    /** "Of the 310 people on the list, 47 are alive". */
    private boolean ofThose(Mention mention) {
        return mentions.stream().anyMatch(m -> m.to < mention.from && m.isPeople() && Exposure.opensParts(line, m));
    }

    /** "204 patients have recovered": they are not ill any more. */
    private boolean recovered(Mention mention) {
        for (int i = mention.to; i < mention.to + 4; i++) {
            if (line.is(i, Tag.RECOVERED)) {
                return true;
            }
        }
        return false;
    }

    /** A word that names the disease along with the case: "casos de dengue". */
    private boolean strongElsewhere(Category category) {
        return elsewhere(
                NOWHERE,
                piece ->
                        !piece.is(Tag.WEAK) && piece.entry().category(Form.NOUN).equals(Optional.of(category)));
    }

    /** Whether another word of the line means harm by itself. */
    boolean strongElsewhere(int at) {
        return elsewhere(at, piece -> !piece.is(Tag.WEAK));
    }

    /** Whether there is such a word of harm at another place than this. */
    private boolean elsewhere(int at, Predicate<Piece> such) {
        for (int i = 0; i < line.size(); i++) {
            var piece = line.at(i);
            if (i != at && piece.isTrigger() && !piece.is(Tag.NEUTRAL) && such.test(piece)) {
                return true;
            }
        }
        return false;
    }
}
