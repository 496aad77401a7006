package org.wirebell.processor.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Escalation;
import org.wirebell.model.Finding;
import org.wirebell.model.Story;

/**
 * Puts each item among the others: whose words it carries, to which story it belongs, what it changes in that story's level. Depends
 * on nothing but the items and their order. Not for several threads.
 */
public final class Joiner {
    /** Shorter texts, a sentence or two, are told in the same words by chance or because both quote the same statement. */
    private static final int TELLING = 160;

    private final Copies copies;
    private final Stories stories;
    private final Firsts firsts;
    private final StoryShelf held;
    private final Map<String, Story> told = new HashMap<>();
    private final Map<String, Whereabouts> families = new HashMap<>();

    /** @param stories what the shelf of stories holds, whatever its order */
    public Joiner(
            StoriesConfig config, Copies copies, StoryShelf held, List<StoryShelf.Kept> stories, Shelf<Heard> heard) {
        this.copies = copies;
        this.stories = new Stories(config);
        this.firsts = new Firsts(config.quiet(), heard);
        this.held = held;
        stories.stream()
                .sorted(java.util.Comparator.comparing(
                                (StoryShelf.Kept s) -> s.story().story().last())
                        .thenComparing(s -> s.story().story().id()))
                .forEach(this::restore);
    }

    /** All in memory and empty, for one thread's use: {@code wirebell track}, back-tests, benchmarks. */
    public static Joiner inMemory(StoriesConfig config) {
        var copies = new Copies(CopiesConfig.defaults(), Shelf.inMemory());
        return new Joiner(config, copies, StoryShelf.inMemory(), List.of(), Shelf.inMemory());
    }

    /**
     * What became of an item.
     *
     * @param finding with story, original, origin and level
     * @param stories that changed: its own, and those that went into it
     */
    public record Joined(Finding finding, List<Story> stories) {
        public Joined {
            stories = List.copyOf(stories);
        }
    }

    /** How many items it knows the story of. */
    int remembered() {
        return families.size();
    }

    private record Whereabouts(String story, String origin, String copyOf) {}

    private void restore(StoryShelf.Kept kept) {
        stories.restore(kept);
        tell(kept.story().story());
    }

    /** From now on the story stands so; items that it lists no more are forgotten. */
    private Roll.Change tell(Story story) {
        var before = told.put(story.id(), story);
        var change = Roll.between(before == null ? List.of() : before.members(), story.members());
        change.gone().forEach(m -> families.remove(m.family()));
        change.come().forEach(m -> families.put(m.family(), new Whereabouts(story.id(), m.origin(), m.copyOf())));
        return change;
    }

    private void forget(String id) {
        var story = told.remove(id);
        if (story != null) {
            story.members().forEach(m -> families.remove(m.family()));
            held.delete(id, story.members());
        }
    }

    /** @param at when it reached us; time goes on with the newest such moment */
    public Joined join(Finding finding, Instant at) {
        var item = finding.item();
        var family = item.family();
        var before = Optional.ofNullable(families.get(family));
        var copy = item.text().length() < TELLING ? Optional.<Copy>empty() : copies.add(candidate(finding, at));
        var whose = copy.map(Copy::of).flatMap(of -> Optional.ofNullable(families.get(of)));
        var home = before.or(() -> whose).map(Whereabouts::story);
        boolean nothingNew = before.isPresent() || copy.isPresent() && whose.isPresent();
        var touched = nothingNew ? home.flatMap(h -> stories.touch(h, at)) : Optional.<Cluster>empty();
        var joined = touched.map(c -> new Stories.Joined(c, List.of(), List.of()))
                .orElseGet(() -> stories.add(family, at, Features.of(finding), home));
        joined.over().forEach(this::forget);

        var changed = new LinkedHashMap<String, Story>();
        var cluster = joined.story();
        joined.merges().forEach(merge -> merge(merge, cluster, finding, at, changed));
        var story = changed.getOrDefault(cluster.id(), told(cluster.id(), finding, at));
        var origin = origin(finding, whose.or(() -> before));
        var copyOf = before.map(Whereabouts::copyOf)
                .orElseGet(() -> copy.map(Copy::of).orElse(""));
        var kind = copy.map(c -> c.kind().name().toLowerCase(Locale.ROOT)).orElse("");
        var member = new Story.Member(
                family, item.source(), origin, at, finding.language(), item.headline(), item.link(), copyOf, kind);
        var escalation = escalation(finding, story, copyOf, at);
        var now = Chronicle.with(story, finding, member);
        changed.put(now.id(), now);
        held.put(now, cluster, tell(now), touched.isEmpty());
        int origins = now.origins().size();
        return new Joined(finding.in(now.id(), copyOf, origin, origins, escalation), new ArrayList<>(changed.values()));
    }

    private static Candidate candidate(Finding finding, Instant at) {
        var item = finding.item();
        return new Candidate(
                item.family(), item.family(), item.source(), at, finding.language(), item.headline(), item.text());
    }

    private Story told(String id, Finding finding, Instant at) {
        var story = told.get(id);
        return story == null ? Chronicle.open(finding, at) : story;
    }

    /** Who is credited, else who had the words first. */
    private static String origin(Finding finding, Optional<Whereabouts> whose) {
        boolean credited = !finding.origin().equals(finding.item().source());
        return credited ? finding.origin() : whose.map(Whereabouts::origin).orElse(finding.origin());
    }

    private void merge(Stories.Merge merge, Cluster cluster, Finding finding, Instant at, Map<String, Story> changed) {
        var from = told.get(merge.from());
        if (from == null) {
            return; // the item that came now, by itself no story yet
        }
        var into = told(merge.into(), finding, at);
        var why = "likeness %.2f by %s".formatted(merge.likeness(), String.join(", ", merge.shared()));
        var whole = Chronicle.together(into, from, at + ": took in " + from.id() + ", " + why);
        var gone = Chronicle.gone(from, into.id(), at + ": went into " + into.id() + ", " + why);
        forget(from.id());
        changed.put(gone.id(), gone);
        changed.put(whole.id(), whole);
        held.put(whole, cluster, tell(whole), true);
    }

    private Optional<Escalation> escalation(Finding finding, Story story, String copyOf, Instant at) {
        int own = Chronicle.level(finding);
        int before = Chronicle.level(story, at);
        boolean fresh = copyOf.isEmpty();
        var first = fresh ? firsts.hear(finding, at) : List.<Escalation.First>of();
        int level = fresh ? Math.max(own, before) : before;
        int rise = story.items() == 0 ? 0 : level - before;
        return level == 0 && first.isEmpty() ? Optional.empty() : Optional.of(new Escalation(level, rise, first));
    }
}
