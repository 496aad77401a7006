package org.wirebell.processor.ledger;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Claim;
import org.wirebell.model.Figure;
import org.wirebell.model.Series;

/** What the claims of one series say of it together: each may name the place, the event or the baseline more or less closely. */
final class Traits {
    private final Places places;
    private final Claim first;
    private final Map<String, Integer> placesNamed = new LinkedHashMap<>();
    private String closest = "";
    private String commonest = "";
    private String event = "";
    private String words = "";
    private Optional<LocalDate> baseline = Optional.empty();
    private String since = "";
    private boolean running;

    Traits(Claim first, Places places) {
        this.first = first;
        this.places = places;
    }

    void add(Series said) {
        running |= said.scope() == Figure.Scope.CUMULATIVE;
        closest = placesNamed.isEmpty() || places.within(said.place(), closest) ? said.place() : closest;
        int times = placesNamed.merge(said.place(), 1, Integer::sum);
        commonest =
                times > placesNamed.getOrDefault(commonest, 0) || placesNamed.size() == 1 ? said.place() : commonest;
        event = Events.first(event, said.event());
        var date = Baseline.date(said.since());
        baseline =
                baseline.filter(b -> date.isEmpty() || b.isBefore(date.get())).or(() -> date);
        if (date.isEmpty() && !said.since().isEmpty()) {
            words = words.isEmpty() || said.since().compareTo(words) < 0 ? said.since() : words;
        }
        since = baseline.map(LocalDate::toString).orElse(words);
    }

    /** A running count, if only one of the texts says so. */
    Figure.Scope scope() {
        return running ? Figure.Scope.CUMULATIVE : Figure.Scope.INCIDENT;
    }

    /** Of an incident the most specific place, of a running count the one named most. */
    String place() {
        return running ? commonest : closest;
    }

    /** The kind that stands first in {@code events.txt}, of those that were named. */
    String event() {
        return since.isEmpty() ? event : "";
    }

    /** The earliest date, else the words, else nothing. */
    String since() {
        return since;
    }

    /** Counts from a day that is known. */
    boolean dated() {
        return baseline.isPresent();
    }

    boolean says(Series said) {
        return said.place().equals(place()) && (!since.isEmpty() || said.event().equals(event()));
    }

    /** The name of the series; an incident of a kind of which there may be several is told apart by the day on which it began. */
    Series series() {
        var day = !running && Events.recurs(event())
                ? first.asOf().atOffset(ZoneOffset.UTC).toLocalDate().toString()
                : "";
        var said = first.series();
        return new Series(said.category(), said.population(), place(), event(), since(), scope(), day);
    }
}
