package org.wirebell.model;

import java.util.List;

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
}
