package org.wirebell.processor.extract.places;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirebell.model.Place;

/** Adds the places of {@code geonames.txt} to those written by hand, which win where both know a name. */
final class OpenPlaces {
    private static final String FILE = "geonames.txt";

    private final GazetteerFiles hand;
    private final Set<List<String>> taken = new HashSet<>();
    private final Map<String, Name.Kind> kinds = new HashMap<>();

    OpenPlaces(GazetteerFiles hand) {
        this.hand = hand;
        for (var name : hand.names) {
            if (!name.id().contains("/")
                    || name.id().startsWith("x/")) { // countries, peoples, phrases that are no place
                taken.add(name.keys());
            } else {
                kinds.putIfAbsent(name.id(), name.kind() == Name.Kind.WORD ? Name.Kind.LESSER : name.kind());
            }
        }
    }

    void add() {
        var rows = GazetteerFiles.rows(FILE, 6);
        rows.forEach(this::place);
        rows.forEach(this::names);
    }

    /** Population in thousands; the first row of a place written by hand that is a division and a town is the division. */
    private void place(String[] row) {
        var id = row[0];
        hand.people.merge(id, Integer.valueOf(row[3]), Math::max);
        if (!row[1].isEmpty()) {
            hand.places.put(id, new Place(id, row[1], country(id), List.of(row[2]), ""));
        } else if (!row[2].isEmpty()) {
            hand.places.computeIfPresent(id, (_, place) -> below(place, row[2]));
        }
    }

    /** A place written by hand that stands right below its country comes to stand below its division. */
    private static Place below(Place place, String division) {
        boolean bare = place.ancestors().equals(List.of(place.country()));
        return bare ? new Place(place.id(), place.name(), place.country(), List.of(division), "") : place;
    }

    private void names(String[] row) {
        var id = row[0];
        var kind = row[4].contains("w") ? Name.Kind.LESSER_WORD : kinds.getOrDefault(id, Name.Kind.LESSER);
        if (!row[1].isEmpty()) {
            name(row[1], id, "", kind);
        }
        for (var group : row[5].isEmpty() ? new String[0] : row[5].split(" /")) {
            int colon = group.indexOf(':');
            for (var language : group.substring(0, colon).split(",")) {
                for (var name : group.substring(colon + 1).split("\\|")) {
                    name(name, id, language.equals("*") ? "" : language, kind);
                }
            }
        }
    }

    private void name(String name, String id, String language, Name.Kind kind) {
        var keys = Names.keys(name);
        if (!keys.isEmpty() && !taken.contains(keys)) {
            hand.names.add(new Name(keys, id, language, brief(keys) ? Name.Kind.LESSER : kind));
        }
    }

    /** Three letters of a script without capitals are a word as easily as a place. */
    private static boolean brief(List<String> keys) {
        return keys.size() == 1
                && keys.getFirst().length() <= 3
                && Character.getType(keys.getFirst().charAt(0)) == Character.OTHER_LETTER;
    }

    private static String country(String id) {
        return id.substring(0, id.indexOf('/'));
    }
}
