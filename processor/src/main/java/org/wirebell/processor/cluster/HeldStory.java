package org.wirebell.processor.cluster;

import java.util.List;
import java.util.Map;
import org.wirebell.model.Story;

/**
 * A story as the store keeps it. Its members and terms lie apart, so that one more item rewrites little.
 *
 * @param story what others see of it; without members in the store
 * @param texts how many texts went into the terms, copies not counted
 * @param countries how often each was named first
 */
public record HeldStory(Story story, int texts, Map<String, Integer> countries) {
    public HeldStory {
        countries = Map.copyOf(countries);
    }

    static HeldStory head(Story story, Cluster cluster) {
        return new HeldStory(with(story, List.of()), cluster.size(), cluster.countries());
    }

    /** The same with its members, whatever their order. */
    public HeldStory with(List<Story.Member> members) {
        return new HeldStory(with(story, members.stream().sorted(Roll.ORDER).toList()), texts, countries);
    }

    private static Story with(Story story, List<Story.Member> members) {
        return new Story(
                story.id(),
                story.headline(),
                story.first(),
                story.last(),
                story.items(),
                story.languages(),
                story.places(),
                members,
                story.origins(),
                story.levels(),
                story.into(),
                story.notes(),
                story.more());
    }
}
