package org.wirebell.processor.extract.figures;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.wirebell.model.Figure.Category;

/**
 * What a text told in the sentences before this one: words that say little by themselves are read in its light.
 *
 * @param disease whether it is about one; asked where that decides
 */
record Told(List<Mention> before, BooleanSupplier disease) {
    private static final Pattern SEIZED =
            Pattern.compile("kidnap|abduct|hostage|captive|seize|whisk|snatch|bandit|gunmen");

    boolean any() {
        return !before.isEmpty();
    }

    boolean of(Category category) {
        return before.stream().anyMatch(m -> m.category.equals(Optional.of(category)));
    }

    boolean ofDisease() {
        return of(Category.SICK) || disease.getAsBoolean();
    }

    /** People who may be let go. */
    boolean ofHeld() {
        return of(Category.CAPTIVE) || of(Category.ARRESTED) || of(Category.RELEASED);
    }

    /** People who were taken by force rather than by right: who frees them is no holder. */
    boolean ofSeized() {
        return before.stream()
                .anyMatch(m -> m.trigger >= 0
                        && SEIZED.matcher(m.line.at(m.trigger).word()).find());
    }

    /** Whether a sentence tells of such people. */
    static boolean seized(Line line) {
        return line.pieces().stream()
                .anyMatch(piece -> SEIZED.matcher(piece.word()).find());
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
}
