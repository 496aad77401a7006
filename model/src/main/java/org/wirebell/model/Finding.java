package org.wirebell.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An item with everything that was read from it.
 *
 * @param language ISO 639-1 code detected or declared, {@code und} when unknown
 * @param story id of the story it belonged to when it came; empty before stories are joined
 * @param duplicateOf family of the item that said the same words first, empty for an original
 * @param origin who first put the words into the world (an agency, or the source itself)
 * @param origins how many independent origins told its story when it came, its own among them; 0 before stories are joined
 * @param escalation what it changes in the level of its story
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
        int origins,
        Optional<Escalation> escalation,
        Map<String, Object> more) {
    public Finding {
        places = List.copyOf(places);
        signals = List.copyOf(signals);
        figures = List.copyOf(figures);
        more = Map.copyOf(more);
    }

    /** A finding that changes the level of no story. */
    public Finding(
            Item item,
            String language,
            List<Place> places,
            List<Signal> signals,
            List<Figure> figures,
            String story,
            String duplicateOf,
            String origin,
            Map<String, Object> more) {
        this(item, language, places, signals, figures, story, duplicateOf, origin, 0, Optional.empty(), more);
    }

    /** The same among others: joined to a story, traced to its origin. */
    public Finding in(String story, String duplicateOf, String origin, int origins, Optional<Escalation> escalation) {
        return new Finding(
                item, language, places, signals, figures, story, duplicateOf, origin, origins, escalation, more);
    }
}
