package org.wirebell.alerts.decide;

import java.util.List;
import java.util.stream.Stream;
import org.wirebell.model.Finding;
import org.wirebell.model.Place;
import org.wirebell.model.Update;

/**
 * What a rule may call the places of something by, ancestors included.
 *
 * @param shown ids and main names, for an explanation
 * @param names all names, in every language that we know
 */
record Where(List<String> shown, List<String> names) {
    Where {
        shown = List.copyOf(shown);
        names = List.copyOf(names);
    }

    static Where of(Finding finding) {
        return of(finding.places(), finding.item().places());
    }

    /** The place of the series only, however many others the item names. */
    static Where of(Update update) {
        var id = update.series().place();
        var places = update.cause().stream()
                .flatMap(cause -> cause.places().stream())
                .filter(place -> place.id().equals(id))
                .toList();
        return id.isEmpty() ? new Where(List.of(), List.of()) : of(places, List.of(id));
    }

    boolean is(String asked) {
        return names.stream().anyMatch(asked::equalsIgnoreCase);
    }

    private static Where of(List<Place> places, List<String> given) {
        var shown = places.stream().flatMap(Where::brief);
        var names = places.stream().flatMap(place -> place.names().stream());
        return new Where(
                Stream.concat(shown, given.stream()).distinct().toList(),
                Stream.concat(names, given.stream()).distinct().toList());
    }

    private static Stream<String> brief(Place place) {
        return Stream.concat(Stream.of(place.id(), place.name()), place.ancestors().stream());
    }
}
