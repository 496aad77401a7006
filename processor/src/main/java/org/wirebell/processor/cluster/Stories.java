package org.wirebell.processor.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Sorts texts into stories as they come: each joins the story that it is most like, else it opens one; stories that turn out to be
 * alike are put together. What a text costs depends on how many stories share its rarest terms, not on how many there are.
 * Not for several threads.
 */
final class Stories {
    /** By so many of its rarest terms a text finds the stories that it may belong to. */
    private static final int RARE = 24;
    /** A term that more stories share finds none. */
    private static final int COMMON = 400;
    /** Of the squared weights of these terms a story must have so much: five where all weigh the same. */
    private static final double SHARED = 0.2;
    /** A story of another country is so much less like. */
    private static final double ELSEWHERE = 0.6;
    /** After the whole idle time a story is so much less like. */
    private static final double FADING = 0.25;
    /** So many terms are told when two stories are put together. */
    private static final int TOLD = 4;

    private final StoriesConfig config;
    private final Vocabulary vocabulary = new Vocabulary();
    /** Least recently added to first. */
    private final LinkedHashMap<String, Cluster> clusters = new LinkedHashMap<>();

    private final ByTerm byTerm = new ByTerm(COMMON);
    private final Laid laid = new Laid();
    private final Shares shares = new Shares();
    private final Slots slots = new Slots();

    Stories(StoriesConfig config) {
        this.config = config;
    }

    /** What a text did: the story that it joined, stories that were found to be part of it, those that are over. */
    record Joined(Cluster story, List<Merge> merges, List<String> over) {}

    /** One story put into another, and how like they were. */
    record Merge(String from, String into, double likeness, List<String> shared) {}

    /**
     * Where a text belongs.
     *
     * @param story empty when it opens one of its own
     * @param near whether any story is as like as those are that are put together; else what the text opens has no twin
     */
    private record Found(Optional<Cluster> story, boolean near) {}

    /** A story as it was when it was held; in the order in which they were last added to. */
    void restore(StoryShelf.Kept held) {
        var cluster = Cluster.of(held, vocabulary);
        slots.give(cluster);
        cluster.weights().forEach(term -> list(term, cluster));
        hold(cluster);
    }

    /** @param home the story to which it belongs for other reasons than its words, as a copy or a new version does */
    Joined add(String id, Instant at, Features features, Optional<String> home) {
        var over = new ArrayList<String>();
        expire(over, cluster -> cluster.last().plus(config.idle()).isBefore(at));
        var vector = Vector.of(features, vocabulary);
        var found = home.flatMap(h -> Optional.ofNullable(clusters.get(h)))
                .map(story -> new Found(Optional.of(story), true))
                .orElseGet(() -> closest(vector, features, at));
        var cluster = found.story().orElseGet(() -> {
            expire(over, _ -> clusters.size() >= config.open());
            return slots.give(new Cluster(id, features.language(), at, Weights.none(vocabulary)));
        });
        cluster.add(vector, features, at, term -> list(term, cluster));
        cluster.trim(term -> unlist(term, cluster));
        hold(cluster);
        var merges = new ArrayList<Merge>();
        var whole = found.near() ? merged(cluster, merges) : cluster;
        return new Joined(whole, merges, over);
    }

    /** Another sign of life, with nothing new in it. */
    Optional<Cluster> touch(String story, Instant at) {
        var cluster = Optional.ofNullable(clusters.get(story));
        cluster.ifPresent(c -> {
            c.touch(at);
            hold(c);
        });
        return cluster;
    }

    /** Lets go of those least recently added to, as long as that is so of the next one. */
    private void expire(List<String> over, Predicate<Cluster> whether) {
        while (!clusters.isEmpty() && whether.test(clusters.firstEntry().getValue())) {
            var cluster = clusters.pollFirstEntry().getValue();
            vocabulary.textsWent(cluster.size());
            cluster.weights().trim(0, term -> unlist(term, cluster));
            slots.free(cluster);
            over.add(cluster.id());
        }
    }

    private void hold(Cluster cluster) {
        clusters.remove(cluster.id());
        clusters.put(cluster.id(), cluster);
    }

    private void list(int term, Cluster cluster) {
        byTerm.add(term, cluster.slot());
    }

    private void unlist(int term, Cluster cluster) {
        byTerm.remove(term, cluster, clusters.values());
    }

    private Found closest(Vector vector, Features features, Instant at) {
        Optional<Cluster> best = Optional.empty();
        double most = 0;
        boolean near = false;
        laid.lay(vector.weights(), vocabulary.size());
        for (var cluster :
                candidates(vector.weights(), features.language(), story -> !story.speaks(features.language()))) {
            boolean speaks = cluster.speaks(features.language());
            double like = likeness(vector, cluster, speaks);
            near |= like >= config.near(speaks);
            if (like < config.joining(speaks)) {
                continue;
            }
            double weighed = weighed(like, features, cluster, at);
            boolean more = weighed > most
                    || weighed == most && best.filter(b -> older(cluster, b)).isPresent();
            if (more && weighed >= config.joining(speaks)) {
                best = Optional.of(cluster);
                most = weighed;
            }
        }
        laid.lift(vector.weights());
        return new Found(best, near);
    }

    private double likeness(Vector vector, Cluster cluster, boolean speaks) {
        if (speaks) {
            return cluster.likeness(laid);
        }
        double like = cluster.markLikeness(laid, vector.marksLength());
        return like >= config.across() && cluster.weights().agrees(laid) ? like : 0;
    }

    /** Less when it is long ago or elsewhere. */
    private double weighed(double like, Features features, Cluster cluster, Instant at) {
        double age = Math.min(1, (double) cluster.since(at) / config.idle().toMillis());
        return like * (1 - FADING * age) * (cluster.names(features.country()) ? 1 : ELSEWHERE);
    }

    /**
     * Stories that share enough of the terms that weigh most, and those in other languages that share one that means the same there.
     *
     * @param vector it is laid out
     * @param language those that were opened in it are not in another one
     */
    private List<Cluster> candidates(Weights vector, String language, Predicate<Cluster> foreign) {
        shares.reach(slots.size());
        double all = 0;
        for (int term : vector.heaviest(RARE)) {
            double weight = laid.weight(term) * laid.weight(term);
            boolean mark = vocabulary.mark(term);
            all += byTerm.of(term, slot -> shares.add(slot, weight, mark)) > 0 ? weight : 0;
        }
        var found = new ArrayList<Cluster>();
        shares.take(SHARED * all, slot -> found.add(slots.get(slot)), slot -> {
            if (!slots.opened(slot, language) && foreign.test(slots.get(slot))) {
                found.add(slots.get(slot));
            }
        });
        return found;
    }

    private static boolean older(Cluster a, Cluster b) {
        return a.id().compareTo(b.id()) < 0;
    }

    /** Puts together with it what it has become like. */
    private Cluster merged(Cluster cluster, List<Merge> merges) {
        var whole = cluster;
        for (var twin = twin(whole); twin.isPresent(); twin = twin(whole)) {
            var first = first(whole, twin.get());
            var second = first == whole ? twin.get() : whole;
            merges.add(merge(first, second));
            clusters.remove(second.id());
            second.weights().forEach(term -> unlist(term, second));
            slots.free(second);
            first.add(second, term -> list(term, first));
            first.trim(term -> unlist(term, first));
            hold(first);
            whole = first;
        }
        return whole;
    }

    private Merge merge(Cluster first, Cluster second) {
        laid.lay(second.weights(), vocabulary.size());
        double likeness = first.likeness(second, laid, !first.speaksAs(second));
        var shared = first.weights().shared(laid, TOLD);
        laid.lift(second.weights());
        return new Merge(second.id(), first.id(), likeness, shared);
    }

    /** The one with more texts stays. */
    private static Cluster first(Cluster a, Cluster b) {
        return a.size() != b.size() ? a.size() > b.size() ? a : b : older(a, b) ? a : b;
    }

    private Optional<Cluster> twin(Cluster cluster) {
        Optional<Cluster> best = Optional.empty();
        double most = 0;
        laid.lay(cluster.weights(), vocabulary.size());
        for (var other : candidates(cluster.weights(), cluster.language(), story -> !story.speaksAs(cluster))) {
            double above = other == cluster ? 0 : alike(cluster, other);
            if (above > most
                    || above == most && best.filter(b -> older(other, b)).isPresent()) {
                best = Optional.of(other);
                most = above;
            }
        }
        laid.lift(cluster.weights());
        return best;
    }

    /** By how much the first, which is laid out, and another are more alike than one story needs to be; at or below 0 they are two. */
    private double alike(Cluster a, Cluster b) {
        if (!a.speaksAs(b)) {
            return b.weights().agrees(laid) ? b.likeness(a, laid, true) - config.across() : 0;
        }
        double like = b.likeness(a, laid, false);
        double least = config.merging(a, b);
        boolean near = like > least && (a.names(b.country()) || b.names(a.country()));
        return like * (near ? 1 : ELSEWHERE) - least;
    }
}
