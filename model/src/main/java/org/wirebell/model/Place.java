package org.wirebell.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A place read from an item.
 *
 * @param id stable id in our gazetteer, such as {@code lb} or {@code lb/khiam}
 * @param name the name shown
 * @param country ISO 3166-1 alpha-2 in lower case, empty when there is none
 * @param ancestors ids from the nearest to the country
 * @param quote the words it was read from
 */
public record Place(String id, String name, String country, List<String> ancestors, String quote) {
    public Place {
        ancestors = List.copyOf(ancestors);
    }

    /**
     * All that a rule may call the place by: ids and names of itself and of what it lies in. Khiam is {@code lb/khiam}, "Khiam", "southern
     * lebanon", {@code lb}, "Lebanon" and "Liban".
     */
    public List<String> names() {
        return Stream.of(
                        Stream.of(id, name, quote),
                        ancestors.stream(),
                        ancestors.stream().map(Place::words),
                        CountryNames.of(country).stream())
                .flatMap(names -> names)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** What an id says in words, apart from its country. */
    private static String words(String id) {
        int slash = id.indexOf('/');
        return slash < 0 ? "" : id.substring(slash + 1).replace('-', ' ');
    }
}
