package org.wirebell.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What several items tell of one thing that goes on.
 *
 * @param id family of its first item
 * @param headline of the item that opened it
 * @param items how many items belong to it, copies among them; {@code members} holds the newest of them
 * @param levels the highest level of each hour in which an original told one, oldest first
 * @param origins who had words of their own on it, first come first
 * @param into the story that this one was found to be part of; empty while it stands by itself
 * @param notes why it was joined with another or split, oldest first
 */
public record Story(
        String id,
        String headline,
        Instant first,
        Instant last,
        int items,
        List<String> languages,
        List<Place> places,
        List<Member> members,
        List<Origin> origins,
        List<Level> levels,
        String into,
        List<String> notes,
        Map<String, Object> more) {
    public Story {
        languages = List.copyOf(languages);
        places = List.copyOf(places);
        members = List.copyOf(members);
        origins = List.copyOf(origins);
        levels = List.copyOf(levels);
        notes = List.copyOf(notes);
        more = Map.copyOf(more);
    }

    /**
     * One item of the story.
     *
     * @param origin who first put its words into the world
     * @param copyOf family of the item whose words it carries, empty for an original
     * @param kind how it differs from that one: {@code reprint}, {@code cut}, {@code update}, {@code edited}; empty for an original
     */
    public record Member(
            String family,
            String source,
            String origin,
            Instant at,
            String language,
            String headline,
            String link,
            String copyOf,
            String kind) {}

    /**
     * Who told of it in words of their own.
     *
     * @param first when the first of its items came in
     * @param carriers sources other than itself that carry its words, in the order in which they came
     */
    public record Origin(String name, Instant first, List<String> carriers) {
        public Origin {
            carriers = List.copyOf(carriers);
        }
    }

    /** The highest level of an hour. */
    public record Level(Instant hour, int level) {}

    /** Whether it was joined with another story. */
    public boolean gone() {
        return !into.isEmpty();
    }

    /** The source that was first with it. */
    public Optional<Origin> firstOrigin() {
        return origins.stream().findFirst();
    }
}
