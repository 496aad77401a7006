package org.wirebell.alerts.decide;

import java.util.ArrayList;
import java.util.List;
import org.wirebell.model.Priority;
import org.wirebell.model.Series;

/**
 * A figure that a desk is being told of.
 *
 * @param places the place of its series first, then all ancestors that are known
 */
public record OpenFigure(String alert, Series series, List<String> places, long number, Priority priority) {
    public OpenFigure {
        places = List.copyOf(places);
    }

    /** Whether the other is the same or a part of this, no larger and no louder. */
    boolean covers(OpenFigure other) {
        return !alert.equals(other.alert())
                && !series.place().isEmpty()
                && other.places().contains(series.place())
                && other.number() <= number
                && !other.priority().louderThan(priority);
    }

    static List<String> places(Series series, List<org.wirebell.model.Place> known) {
        var places = new ArrayList<String>();
        places.add(series.place());
        known.stream()
                .filter(place -> place.id().equals(series.place()))
                .flatMap(place -> place.ancestors().stream())
                .forEach(places::add);
        return places;
    }
}
