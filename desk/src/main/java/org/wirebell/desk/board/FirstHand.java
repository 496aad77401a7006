package org.wirebell.desk.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wirebell.model.Story;

/**
 * How often a source was the first with a story, and how far behind the first it was when not.
 *
 * @param stories stories of several sources that it was in
 * @param first times that its item came before those of all others
 * @param behind median of the other times, absent when it was always first
 */
public record FirstHand(String source, int stories, int first, Optional<Duration> behind) {

    /** Most often first at the top. Only stories that are held with all their items tell who was first. */
    public static List<FirstHand> of(List<Story> stories, Instant since) {
        var behind = new TreeMap<String, List<Duration>>();
        for (var story : stories) {
            if (!story.first().isBefore(since) && story.members().size() >= story.items()) {
                add(story, behind);
            }
        }
        return behind.entrySet().stream()
                .map(e -> of(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingInt(FirstHand::first)
                        .thenComparingInt(FirstHand::stories)
                        .reversed()
                        .thenComparing(FirstHand::source))
                .toList();
    }

    private static void add(Story story, Map<String, List<Duration>> behind) {
        var bySource = new HashMap<String, Instant>();
        story.members().forEach(m -> bySource.merge(m.source(), m.at(), (a, b) -> a.isBefore(b) ? a : b));
        if (bySource.size() < 2) {
            return;
        }
        var first = bySource.values().stream().min(Comparator.naturalOrder()).orElseThrow();
        bySource.forEach((source, at) ->
                behind.computeIfAbsent(source, _ -> new ArrayList<>()).add(Duration.between(first, at)));
    }

    private static FirstHand of(String source, List<Duration> behind) {
        var late = behind.stream().filter(Duration::isPositive).sorted().toList();
        return new FirstHand(source, behind.size(), behind.size() - late.size(), median(late));
    }

    private static Optional<Duration> median(List<Duration> sorted) {
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        var upper = sorted.get(sorted.size() / 2);
        var lower = sorted.get((sorted.size() - 1) / 2);
        return Optional.of(lower.plus(upper).dividedBy(2));
    }
}
