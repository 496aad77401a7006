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
 * @param claimants only what these say rings, by their labels; for a first official figure
 * @param atLeast smaller numbers never ring
 * @param first the first figure of a series
 * @param newHigh any number above all before
 * @param riseBy so many more than told last
 * @param risePercent so many per cent more than told last
 * @param crosses one line
 * @param every each multiple of it
 * @param falls a revision downwards
 * @param conflict claimants contradict each other
 * @param newClaimant somebody says it who had not said anything of this series
 * @param corroborated so many independent origins stand behind the number
 * @param retracted a figure is taken back, whether or not it was told before
 */
public record FigureCondition(
        List<Figure.Category> category,
        List<String> population,
        Optional<Figure.Scope> scope,
        List<String> claimants,
        Optional<Long> atLeast,
        boolean first,
        boolean newHigh,
        Optional<Long> riseBy,
        Optional<Double> risePercent,
        Optional<Long> crosses,
        Optional<Long> every,
        boolean falls,
        boolean conflict,
        boolean newClaimant,
        Optional<Integer> corroborated,
        boolean retracted) {
    static final String TRIGGERS =
            "first, new-high, rise-by, rise-percent, crosses, every, falls, conflict, new-claimant,"
                    + " corroborated, retracted";

    public FigureCondition {
        category = List.copyOf(category);
        population = List.copyOf(population);
        claimants = List.copyOf(claimants);
        positive("at-least", atLeast);
        positive("rise-by", riseBy);
        positive("rise-percent", risePercent);
        positive("crosses", crosses);
        positive("every", every);
        corroborated(corroborated);
    }

    static void corroborated(Optional<Integer> origins) {
        if (origins.isPresent() && origins.get() < 2) {
            throw new IllegalArgumentException("corroborated must be 2 or more, was " + origins.get());
        }
    }

    /** Any series; no change rings. */
    public static FigureCondition defaults() {
        return new FigureCondition(
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                Optional.empty(),
                false);
    }

    /** Whether any change at all can ring. */
    public boolean rings() {
        return first || newHigh || falls || conflict || newClaimant || corroborated.isPresent() || retracted || rises();
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

    /** Whether it is one of the claimants asked for. */
    boolean hears(String claimant) {
        return claimants.isEmpty() || claimants.stream().anyMatch(claimant::equalsIgnoreCase);
    }

    private static void positive(String name, Optional<? extends Number> number) {
        if (number.isPresent() && number.get().doubleValue() <= 0) {
            throw new IllegalArgumentException(name + " must be above 0, was " + number.get());
        }
    }
}
