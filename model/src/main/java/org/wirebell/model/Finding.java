package org.wirebell.model;

import java.util.List;
import java.util.Map;

/**
 * An item with everything that was read from it.
 *
 * @param language ISO 639-1 code detected or declared, {@code und} when unknown
 * @param story id of the story it belongs to, empty while stories are not joined
 * @param duplicateOf family of the item that said the same words first, empty for an original
 * @param origin who first put the words into the world (an agency, or the source itself)
 */
public record Finding(
        Item item,
        String language,
        List<Place> places,
        List<Signal> signals,
        List<Figure> figures,
        String story,
        String duplicateOf,
        String origin,
        Map<String, Object> more) {
    public Finding {
        places = List.copyOf(places);
        signals = List.copyOf(signals);
        figures = List.copyOf(figures);
        more = Map.copyOf(more);
    }
}
