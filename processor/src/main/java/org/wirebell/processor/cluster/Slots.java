package org.wirebell.processor.cluster;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small number for each story that is open; that of one that is over goes to another. */
final class Slots {
    private final List<@Nullable Cluster> stories = new ArrayList<>();
    /** The first language of each, so that none need be looked at for it. */
    private final List<String> languages = new ArrayList<>();

    private final List<Integer> free = new ArrayList<>();

    Cluster give(Cluster story) {
        if (free.isEmpty()) {
            story.sit(stories.size());
            stories.add(story);
            languages.add(story.language());
        } else {
            story.sit(free.removeLast());
            stories.set(story.slot(), story);
            languages.set(story.slot(), story.language());
        }
        return story;
    }

    void free(Cluster story) {
        stories.set(story.slot(), null);
        free.add(story.slot());
    }

    /** @throws IllegalStateException if no story has that slot */
    Cluster get(int slot) {
        var story = stories.get(slot);
        if (story == null) {
            throw new IllegalStateException("no story in slot " + slot);
        }
        return story;
    }

    /** Whether the first text of the story in that slot was in this language. */
    boolean opened(int slot, String language) {
        return languages.get(slot).equals(language);
    }

    /** Above the numbers of all slots given so far. */
    int size() {
        return stories.size();
    }
}
