package org.wirebell.processor.extract.figures;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wirebell.model.Figure.Category;

/**
 * What the word lists say of one word or phrase.
 *
 * @param numeral what it is worth as a number word, {@link Numeral#NONE} for other words
 */
record Entry(Set<Tag> tags, Numeral numeral, List<Trigger> triggers) {
    private static final Set<Tag> NAMING = EnumSet.of(Tag.TITLE, Tag.ORGANISATION, Tag.SCORECARD, Tag.SPORT);

    static final Entry NONE = new Entry(Set.of(), Numeral.NONE, List.of());

    /** A set that answers by bits, whoever asks how often. */
    Entry {
        tags = tags.isEmpty() ? EnumSet.noneOf(Tag.class) : EnumSet.copyOf(tags);
        triggers = List.copyOf(triggers);
    }

    /** Whether all that is said of the word concerns names and games. */
    boolean names() {
        return triggers.isEmpty() && numeral == Numeral.NONE && !tags.isEmpty() && NAMING.containsAll(tags);
    }

    boolean is(Tag tag) {
        return tags.contains(tag);
    }

    boolean hasForm(Trigger.Form form) {
        for (var trigger : triggers) {
            if (trigger.form() == form) {
                return true;
            }
        }
        return false;
    }

    Optional<Category> category(Trigger.Form form) {
        for (var trigger : triggers) {
            if (trigger.form() == form) {
                return Optional.of(trigger.category());
            }
        }
        return Optional.empty();
    }
}
