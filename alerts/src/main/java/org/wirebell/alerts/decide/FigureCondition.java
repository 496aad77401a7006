package org.wirebell.alerts.decide;

import java.util.List;
import java.util.Optional;
import org.wirebell.model.Figure;
import org.wirebell.model.Series;

/**
 * Which series a rule is about, and which of their changes ring. Empty lists mean any. Rises and crossed lines are measured
 * from the number that the alert told last, not from the last one that came by.
 *
 * @param category what happened to the people counted
 * @param population who is counted, such as {@code children}
 * @param atLeast smaller numbers never ring
 * @param first the first figure of a series
 * @param newHigh any number above all before
 * @param riseBy so many more than told last
 * @param risePercent so many per cent more than told last
 * @param crosses one line
 * @param every each multiple of it
 * @param falls a revision downwards
 * @param conflict claimants contradict each other
 * @param retracted a figure is taken back, whether or not it was told before
 */
public record FigureCondition(
        List<Figure.Category> category,
        List<String> population,
        Optional<Figure.Scope> scope,
        Optional<Long> atLeast,
        boolean first,
        boolean newHigh,
        Optional<Long> riseBy,
        Optional<Double> risePercent,
        Optional<Long> crosses,
        Optional<Long> every,
        boolean falls,
        boolean conflict,
        boolean retracted) {
    public FigureCondition {
        category = List.copyOf(category);
        population = List.copyOf(population);
        positive("at-least", atLeast);
        positive("rise-by", riseBy);
        positive("rise-percent", risePercent);
        positive("crosses", crosses);
        positive("every", every);
    }

    /** Any series; no change rings. */
    public static FigureCondition defaults() {
        return new FigureCondition(
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false);
    }

    /** Whether any change at all can ring. */
    public boolean rings() {
        return first || newHigh || falls || conflict || retracted || rises();
    }

    private boolean rises() {
        return riseBy.isPresent() || risePercent.isPresent() || crosses.isPresent() || every.isPresent();
    }

    /** Whether changes of this series are looked at. */
    public boolean covers(Series series) {
        return (category.isEmpty() || category.contains(series.category()))
                && (population.isEmpty()
                        || population.stream().anyMatch(who -> who.equalsIgnoreCase(series.population())))
                && scope.map(series.scope()::equals).orElse(true);
    }

    private static void positive(String name, Optional<? extends Number> number) {
        if (number.isPresent() && number.get().doubleValue() <= 0) {
            throw new IllegalArgumentException(name + " must be above 0, was " + number.get());
        }
    }
}
