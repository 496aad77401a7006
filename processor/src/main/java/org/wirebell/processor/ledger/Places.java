package org.wirebell.processor.ledger;

import java.util.Optional;
import org.wirebell.model.Place;
import org.wirebell.processor.extract.places.Gazetteer;

/** All that the ledger asks about places. */
public interface Places {
    /** The most specific place that the words name, if it is known. */
    Optional<Place> find(String words);

    /** The same place, or one within the other. */
    boolean compatible(String idA, String idB);

    /** Whether the first lies within the second, and is not the same. */
    boolean within(String inner, String outer);

    /** The id of the country whose people the word names: {@code lb} for "Lebanese". */
    Optional<String> home(String people);

    static Places of(Gazetteer gazetteer) {
        return new Places() {
            @Override
            public Optional<Place> find(String words) {
                return gazetteer.find(words);
            }

            @Override
            public boolean compatible(String idA, String idB) {
                return gazetteer.compatible(idA, idB);
            }

            @Override
            public boolean within(String inner, String outer) {
                return gazetteer.within(inner, outer);
            }

            @Override
            public Optional<String> home(String people) {
                return Demonyms.country(people);
            }
        };
    }
}
