package org.wirebell.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wirebell.model.Place;
import org.wirebell.model.Story;

/** Invented stories, told by their items. */
public final class Tales {
    private final Instant start;

    public Tales(Instant start) {
        this.start = start;
    }

    /** An item with words of its own. */
    public Story.Member own(String source, String link, int minute, String language, String headline) {
        return copy(source, link, minute, language, headline, "", "");
    }

    public Story.Member own(String source, int minute) {
        return own(source, address(source, "" + minute), minute, "en", source + " at " + minute);
    }

    /** An item that carries the words of another. */
    public Story.Member copy(Story.Member of, String kind, String source, int minute) {
        var copy = copy(source, address(source, "c" + minute), minute, "en", of.headline(), of.family(), kind);
        return credited(copy, of.origin());
    }

    private Story.Member copy(
            String source, String link, int minute, String language, String headline, String copyOf, String kind) {
        var at = start.plus(Duration.ofMinutes(minute));
        return new Story.Member(source + "|" + link, source, source, at, language, headline, link, copyOf, kind);
    }

    private static String address(String source, String name) {
        return "https://" + source + ".example/" + name;
    }

    public static Story.Member credited(Story.Member m, String origin) {
        return new Story.Member(
                m.family(), m.source(), origin, m.at(), m.language(), m.headline(), m.link(), m.copyOf(), m.kind());
    }

    public static Story story(Story.Member... members) {
        return story(List.of(), List.of(), List.of(), members);
    }

    /** The first item opens it. */
    public static Story story(
            List<Place> places, List<Story.Level> levels, List<String> notes, Story.Member... members) {
        var all = Arrays.stream(members)
                .sorted(Comparator.comparing(Story.Member::at))
                .toList();
        return new Story(
                members[0].family(),
                members[0].headline(),
                all.getFirst().at(),
                all.getLast().at(),
                all.size(),
                all.stream().map(Story.Member::language).distinct().toList(),
                places,
                all,
                origins(all),
                levels,
                "",
                notes,
                Map.of());
    }

    private static List<Story.Origin> origins(List<Story.Member> members) {
        var byName = new LinkedHashMap<String, Story.Origin>();
        for (var m : members) {
            var carriers = m.source().equals(m.origin()) ? List.<String>of() : List.of(m.source());
            byName.merge(
                    m.origin(),
                    new Story.Origin(m.origin(), m.at(), carriers),
                    (a, b) -> new Story.Origin(
                            a.name(),
                            a.first(),
                            Stream.concat(a.carriers().stream(), b.carriers().stream())
                                    .distinct()
                                    .toList()));
        }
        return List.copyOf(byName.values());
    }

    /** What is left of a story that went into another. */
    public static Story gone(Story story, String into) {
        return new Story(
                story.id(),
                story.headline(),
                story.first(),
                story.last(),
                story.items(),
                story.languages(),
                story.places(),
                List.of(),
                List.of(),
                List.of(),
                into,
                List.of(),
                Map.of());
    }

    /** The same with so many items in all, of which only these are still listed. */
    public static Story of(Story s, int items) {
        return new Story(
                s.id(),
                s.headline(),
                s.first(),
                s.last(),
                items,
                s.languages(),
                s.places(),
                s.members(),
                s.origins(),
                s.levels(),
                s.into(),
                s.notes(),
                s.more());
    }
}
