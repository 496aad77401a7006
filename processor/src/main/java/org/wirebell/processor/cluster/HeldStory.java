package org.wirebell.processor.cluster;

import java.util.List;
import java.util.Map;
import org.wirebell.model.Story;

/**
 * A story as the store keeps it: what others see of it, and by what items are compared with it.
 *
 * @param texts how many texts went into the terms, copies not counted
 */
public record HeldStory(Story story, int texts, List<Term> terms, Map<String, Integer> countries) {
    public HeldStory {
        terms = List.copyOf(terms);
        countries = Map.copyOf(countries);
    }

    /** One term of the story with its weight and the number of its texts. */
    public record Term(String term, double weight, int texts) {}

    static HeldStory of(Story story, Cluster cluster) {
        return new HeldStory(story, cluster.size(), cluster.weights().held(), cluster.countries());
    }
}
