package org.wirebell.processor.extract.places;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirebell.model.Place;

/** The places chosen so far, with their points. */
final class Found {
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, Double> points = new HashMap<>();

    /** Counts a mention of this place; {@code rank} is that of the part of the story, {@code early} above zero near its beginning. */
    void add(Place place, Mention mention, double rank, double early) {
        boolean demonym = mention.demonym();
        double plus = demonym ? 1 : rank + early + 1;
        double before = points.getOrDefault(place.id(), 0.0);
        if (before == 0.0 || !demonym && before < PlaceReader.BODY) {
            places.put(place.id(), Gazetteer.named(place, mention.quote()));
        }
        // The best rank counts once; each further mention adds one.
        points.put(place.id(), before >= rank && !demonym || demonym && before > 0 ? before + 1 : before + plus);
    }

    /** A place stands before those that it lies in, when it is named in as prominent a spot. */
    List<Place> ranked() {
        var order = new HashMap<String, Double>(points);
        for (var place : places.values()) {
            for (var up : place.ancestors()) {
                double above = points.getOrDefault(up, 0.0);
                double here = points.getOrDefault(place.id(), 0.0);
                if (above > here && (int) (above / 500) == (int) (here / 500)) {
                    order.merge(place.id(), above + 0.01 * place.ancestors().size(), Math::max);
                }
            }
        }
        Comparator<Place> byPoints = Comparator.comparingDouble(p -> -order.getOrDefault(p.id(), 0.0));
        return places.values().stream().sorted(byPoints).toList();
    }
}
