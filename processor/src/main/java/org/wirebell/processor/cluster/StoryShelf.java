package org.wirebell.processor.cluster;

import java.util.List;
import org.wirebell.model.Story;

/**
 * Where stories are kept: the head of each, its terms, and its members one by one, so that one more item rewrites little.
 *
 * @param heads by story, without members
 * @param members by story and family
 * @param terms by story
 */
public record StoryShelf(Shelf<HeldStory> heads, Shelf<Story.Member> members, Shelf<HeldTerms> terms) {
    /** A whole story from the shelf. */
    public record Kept(HeldStory story, HeldTerms terms) {}

    /** One that forgets everything at the end of the process. */
    public static StoryShelf inMemory() {
        return new StoryShelf(Shelf.inMemory(), Shelf.inMemory(), Shelf.inMemory());
    }

    /** What the names of the members of a story begin with. */
    public static String prefix(String story) {
        return story + '\n';
    }

    void put(Story story, Cluster cluster, Roll.Change members, boolean newTerms) {
        heads.put(story.id(), HeldStory.head(story, cluster));
        if (newTerms) {
            terms.put(story.id(), cluster.weights().held());
        }
        members.gone().forEach(m -> this.members.delete(name(story.id(), m)));
        members.come().forEach(m -> this.members.put(name(story.id(), m), m));
    }

    void delete(String story, List<Story.Member> members) {
        heads.delete(story);
        terms.delete(story);
        members.forEach(m -> this.members.delete(name(story, m)));
    }

    private static String name(String story, Story.Member member) {
        return prefix(story) + member.family();
    }
}
