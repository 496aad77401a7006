package org.wirebell.alerts.decide;

import java.util.List;
import java.util.stream.Stream;
import org.wirebell.model.Finding;
import org.wirebell.model.Place;
import org.wirebell.model.Update;

/** All ids and names that a rule may call a place by, ancestors included. */
final class Where {
    private Where() {}

    static List<String> of(Finding finding) {
        return Stream.concat(finding.places().stream().flatMap(Where::names), finding.item().places().stream())
                .distinct()
                .toList();
    }

    /** The place of the series only, however many others the item names. */
    static List<String> of(Update update) {
        var id = update.series().place();
        return id.isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of(id),
                                update.cause().stream()
                                        .flatMap(cause -> cause.places().stream())
                                        .filter(place -> place.id().equals(id))
                                        .flatMap(Where::names))
                        .distinct()
                        .toList();
    }

    private static Stream<String> names(Place place) {
        return Stream.concat(Stream.of(place.id(), place.name()), place.ancestors().stream());
    }
}
