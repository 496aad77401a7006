package org.wirebell.alerts.decide;

import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Series;

/** The figures that desks are being told of, by desk, what they count and where, so that those that may hold another one are few. */
public final class OpenFigures {
    /** Alerts about one count at one place, more than which no desk bears. */
    private static final int MOST = 200;

    private final Shelf<OpenFigure> shelf;
    private boolean placed;

    public OpenFigures(Shelf<OpenFigure> shelf) {
        this.shelf = shelf;
    }

    void put(String desk, OpenFigure figure) {
        place();
        if (!figure.series().place().isEmpty()) { // without a place it holds no other
            shelf.put(mark(desk, figure.series()) + figure.alert(), figure);
        }
    }

    void remove(String desk, Series series, String alert) {
        place();
        if (!series.place().isEmpty()) {
            shelf.remove(mark(desk, series) + alert);
        }
    }

    /** One that is the same figure, or that this one is a part of. */
    Optional<OpenFigure> covering(String desk, OpenFigure part) {
        place();
        return part.places().stream()
                .filter(place -> !place.isEmpty())
                .flatMap(place -> shelf.under(mark(desk, part.series(), place), MOST).stream())
                .map(Map.Entry::getValue)
                .filter(other -> other.covers(part))
                .findFirst();
    }

    /** Versions that did not put them by place wrote all of them without: the first look moves these. */
    private void place() {
        if (placed) {
            return;
        }
        placed = true;
        if (shelf.between("", "\uffff", 1).stream().allMatch(OpenFigures::placed)) {
            return;
        }
        for (var entry : shelf.between("", "\uffff", Integer.MAX_VALUE)) {
            var figure = entry.getValue();
            shelf.remove(entry.getKey());
            if (!figure.series().place().isEmpty()) {
                var mark = entry.getKey()
                        .substring(0, entry.getKey().length() - figure.alert().length());
                shelf.put(mark + figure.series().place() + "|" + figure.alert(), figure);
            }
        }
    }

    private static boolean placed(Map.Entry<String, OpenFigure> entry) {
        var figure = entry.getValue();
        return !figure.series().place().isEmpty()
                && entry.getKey().endsWith("|" + figure.series().place() + "|" + figure.alert());
    }

    private static String mark(String desk, Series series) {
        return mark(desk, series, series.place());
    }

    /** Under which figures of that place stand that others may be parts of. */
    private static String mark(String desk, Series series, String place) {
        return String.join(
                "|",
                desk,
                series.category().name(),
                series.population(),
                series.event(),
                series.since(),
                series.scope().name(),
                series.day().replaceFirst("#.*", ""),
                place,
                "");
    }
}
