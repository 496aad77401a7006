package org.wirebell.desk.board;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.wirebell.model.Story;

/**
 * The running stories, at most so many: the one whose news is oldest leaves first, in whatever order they came. Of a story
 * that went into another only the way there is kept. Not thread-safe; the board's lock guards it.
 */
final class Stories {
    private final int most;
    private final Map<String, Story> byId = new HashMap<>();
    private final TreeSet<Story> byNews =
            new TreeSet<>(Comparator.comparing(Story::last).thenComparing(Story::id));
    private final Newest<String> into;

    Stories(int most) {
        this.most = most;
        into = new Newest<>(most);
    }

    void put(Story story) {
        remove(story.id());
        if (story.gone()) {
            into.put(story.id(), story.into());
            return;
        }
        byId.put(story.id(), story);
        byNews.add(story);
        if (byNews.size() > most) {
            remove(byNews.first().id());
        }
    }

    void remove(String id) {
        into.remove(id);
        var before = byId.remove(id);
        if (before != null) {
            byNews.remove(before);
        }
    }

    /** The story of this id, or the one that it went into in the end. */
    Optional<Story> led(String id) {
        var at = id;
        for (int step = 0; step <= into.size(); step++) {
            var next = into.get(at);
            if (next == null) {
                return Optional.ofNullable(byId.get(at));
            }
            at = next;
        }
        return Optional.empty(); // led in a circle
    }

    /** The one with the newest item first. */
    List<Story> all() {
        return List.copyOf(byNews.descendingSet());
    }
}
