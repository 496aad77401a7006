package org.wirebell.processor.extract.figures;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.wirebell.model.Figure.Category;

/** What a text told in the sentences before this one: words that say little by themselves are read in its light. */
final class Told {
    /** How many figures back it is looked. */
    private static final int RECENT = 40;

    private final List<Mention> before;
    private final BooleanSupplier disease;
    private Optional<Set<Category>> categories = Optional.empty();
    private Optional<Boolean> ofDisease = Optional.empty();

    /** @param disease whether the text so far is about one; asked once at most, where that decides */
    Told(List<Mention> before, BooleanSupplier disease) {
        this.before = before;
        this.disease = disease;
    }

    boolean any() {
        return !before.isEmpty();
    }

    boolean of(Category category) {
        if (categories.isEmpty()) {
            var found = EnumSet.noneOf(Category.class);
            recent().forEach(mention -> mention.category.ifPresent(found::add));
            categories = Optional.of(found);
        }
        return categories.get().contains(category);
    }

    boolean ofDisease() {
        if (ofDisease.isEmpty()) {
            ofDisease = Optional.of(of(Category.SICK) || disease.getAsBoolean());
        }
        return ofDisease.get();
    }

    /** People who may be let go. */
    boolean ofHeld() {
        return of(Category.CAPTIVE) || of(Category.ARRESTED) || of(Category.RELEASED);
    }

    /** People who were taken by force rather than by right: who frees them is no holder. */
    boolean ofSeized() {
        return recent().stream().anyMatch(m -> m.trigger >= 0 && m.line.is(m.trigger, Tag.SEIZURE));
    }

    /** The last figure that is no part of another: what "of them" or "the total" may mean next. */
    Optional<Mention> lastWhole() {
        for (int i = before.size() - 1; i >= 0; i--) {
            if (before.get(i).parent.isEmpty()) {
                return Optional.of(before.get(i));
            }
        }
        return Optional.empty();
    }

    private List<Mention> recent() {
        return before.subList(Math.max(0, before.size() - RECENT), before.size());
    }
}
