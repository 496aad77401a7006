package org.wirebell.desk.archive;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.wirebell.model.Finding;

/**
 * The answer to a search.
 *
 * @param items newest first
 * @param total how many there are, as far as they were counted
 * @param all they were counted to the end
 * @param counted of how many of them the facets tell, the newest
 * @param facets for each the values with most items
 */
public record Found(List<Finding> items, long total, boolean all, long counted, Map<Facet, List<Facet.Count>> facets) {
    public Found {
        items = List.copyOf(items);
        facets = new EnumMap<>(facets);
    }
}
