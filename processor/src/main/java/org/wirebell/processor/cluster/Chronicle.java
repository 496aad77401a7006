package org.wirebell.processor.cluster;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.wirebell.model.Finding;
import org.wirebell.model.Place;
import org.wirebell.model.Signal;
import org.wirebell.model.Story;

/** Writes down what a story has become: its members, who had it first, how high it stood when. */
final class Chronicle {
    private static final int MEMBERS = 100;
    private static final int LEVELS = 24 * 7;
    private static final int PLACES = 8;
    private static final int NOTES = 20;
    /** The level of a story is the highest of so long. */
    private static final Duration DAY = Duration.ofDays(1);

    private Chronicle() {}

    static Story open(Finding finding, Instant at) {
        return new Story(
                finding.item().family(),
                finding.item().headline(),
                at,
                at,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                Map.of());
    }

    /** The story with one more item, or with another version of one that it has. */
    static Story with(Story story, Finding finding, Story.Member member) {
        boolean known = story.members().stream().anyMatch(m -> m.family().equals(member.family()));
        var levels = member.copyOf().isEmpty()
                ? levels(Stream.concat(
                        story.levels().stream(),
                        Stream.of(new Story.Level(member.at().truncatedTo(ChronoUnit.HOURS), level(finding)))))
                : story.levels();
        var members = known
                ? story.members().stream()
                        .map(m -> m.family().equals(member.family()) ? newer(m, member) : m)
                        .toList()
                : newest(Stream.concat(story.members().stream(), Stream.of(member)), MEMBERS);
        return new Story(
                story.id(),
                story.headline(),
                member.at().isBefore(story.first()) ? member.at() : story.first(),
                member.at().isAfter(story.last()) ? member.at() : story.last(),
                story.items() + (known ? 0 : 1),
                Stream.concat(story.languages().stream(), Stream.of(finding.language()))
                        .distinct()
                        .toList(),
                places(Stream.concat(story.places().stream(), finding.places().stream())),
                members,
                origins(story.origins(), List.of(member)),
                levels,
                "",
                story.notes(),
                story.more());
    }

    /** Both as one, under the name of the first. */
    static Story together(Story story, Story other, String note) {
        return new Story(
                story.id(),
                story.headline(),
                Stream.of(story.first(), other.first())
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                Stream.of(story.last(), other.last())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                story.items() + other.items(),
                Stream.concat(story.languages().stream(), other.languages().stream())
                        .distinct()
                        .toList(),
                places(Stream.concat(story.places().stream(), other.places().stream())),
                newest(Stream.concat(story.members().stream(), other.members().stream()), MEMBERS),
                joined(story.origins(), other.origins()),
                levels(Stream.concat(story.levels().stream(), other.levels().stream())),
                "",
                notes(story.notes(), note),
                story.more());
    }

    /** What is left of a story that went into another: where to look. */
    static Story gone(Story story, String into, String note) {
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
                notes(story.notes(), note),
                story.more());
    }

    /** The highest level of the day before that moment; 0 when nothing was told. */
    static int level(Story story, Instant at) {
        return story.levels().stream()
                .filter(l -> !l.hour().plus(DAY).isBefore(at))
                .mapToInt(Story.Level::level)
                .max()
                .orElse(0);
    }

    /** The highest level of the item's own signals, 0 when none is an escalation. */
    static int level(Finding finding) {
        return finding.signals().stream()
                .mapToInt(Signal::level)
                .filter(l -> l > 0)
                .max()
                .orElse(0);
    }

    private static List<String> notes(List<String> notes, String note) {
        var all = new ArrayList<>(notes);
        all.add(note);
        return all.subList(Math.max(0, all.size() - NOTES), all.size());
    }

    private static List<Place> places(Stream<Place> places) {
        var byId = new LinkedHashMap<String, Place>();
        places.forEach(p -> byId.putIfAbsent(p.id(), p));
        return byId.values().stream().limit(PLACES).toList();
    }

    private static Story.Member newer(Story.Member before, Story.Member now) {
        return new Story.Member(
                now.family(),
                now.source(),
                now.origin(),
                before.at(),
                now.language(),
                now.headline(),
                now.link(),
                before.copyOf(),
                before.kind());
    }

    private static List<Story.Member> newest(Stream<Story.Member> members, int most) {
        var all = members.sorted(Roll.ORDER).toList();
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    private static List<Story.Level> levels(Stream<Story.Level> levels) {
        var byHour = new TreeMap<Instant, Integer>();
        levels.filter(l -> l.level() > 0).forEach(l -> byHour.merge(l.hour(), l.level(), Math::max));
        var all = byHour.entrySet().stream()
                .map(e -> new Story.Level(e.getKey(), e.getValue()))
                .toList();
        return all.subList(Math.max(0, all.size() - LEVELS), all.size());
    }

    private static List<Story.Origin> joined(List<Story.Origin> origins, List<Story.Origin> others) {
        var byName = new LinkedHashMap<String, Story.Origin>();
        Stream.concat(origins.stream(), others.stream()).forEach(o -> byName.merge(o.name(), o, Chronicle::one));
        return sorted(byName);
    }

    private static List<Story.Origin> origins(List<Story.Origin> origins, List<Story.Member> members) {
        var byName = new LinkedHashMap<String, Story.Origin>();
        origins.forEach(o -> byName.put(o.name(), o));
        for (var member : members) {
            boolean own = member.source().equals(member.origin());
            var origin = new Story.Origin(member.origin(), member.at(), own ? List.of() : List.of(member.source()));
            byName.merge(origin.name(), origin, Chronicle::one);
        }
        return sorted(byName);
    }

    private static List<Story.Origin> sorted(Map<String, Story.Origin> byName) {
        return byName.values().stream()
                .sorted(Comparator.comparing(Story.Origin::first).thenComparing(Story.Origin::name))
                .toList();
    }

    private static Story.Origin one(Story.Origin a, Story.Origin b) {
        return new Story.Origin(
                a.name(),
                a.first().isBefore(b.first()) ? a.first() : b.first(),
                Stream.concat(a.carriers().stream(), b.carriers().stream())
                        .distinct()
                        .toList());
    }
}
