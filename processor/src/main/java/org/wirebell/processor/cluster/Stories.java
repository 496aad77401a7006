package org.wirebell.processor.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sorts texts into stories as they come: each joins the story that it is most like, else it opens one; stories that turn out to be
 * alike are put together. What a text costs depends on how many stories share its rarest terms, not on how many there are.
 * Not for several threads.
 */
final class Stories {
    /** By so many of its rarest terms a text finds the stories that it may belong to. */
    private static final int RARE = 12;
    /** A term that more stories share finds none. */
    private static final int COMMON = 400;
    /** A story of another country is so much less like. */
    private static final double ELSEWHERE = 0.6;
    /** After the whole idle time a story is so much less like. */
    private static final double FADING = 0.25;
    /** So many marks must agree across languages, a place among them. */
    private static final int AGREEING = 2;

    private final StoriesConfig config;
    private final Vocabulary vocabulary = new Vocabulary();
    /** Least recently added to first. */
    private final LinkedHashMap<String, Cluster> clusters = new LinkedHashMap<>();

    private final Map<String, Set<String>> byTerm = new HashMap<>();

    Stories(StoriesConfig config) {
        this.config = config;
    }

    /** What a text did: the story that it joined, stories that were found to be part of it, those that are over. */
    record Joined(Cluster story, List<Merge> merges, List<String> over) {}

    /** One story put into another, and how like they were. */
    record Merge(String from, String into, double likeness, List<String> shared) {}

    /** A story as it was when it was held; in the order in which they were last added to. */
    void restore(HeldStory held) {
        var cluster = Cluster.of(held);
        vocabulary.restore(cluster);
        hold(cluster);
    }

    /** @param home the story to which it belongs for other reasons than its words, as a copy or a new version does */
    Joined add(String id, Instant at, Features features, Optional<String> home) {
        var over = expire(at);
        vocabulary.add(terms(features));
        var vector = Vector.of(features, vocabulary);
        var cluster = home.flatMap(h -> Optional.ofNullable(clusters.get(h)))
                .or(() -> closest(vector, features, at))
                .orElseGet(() -> new Cluster(id, at));
        cluster.add(vector, features, at);
        vocabulary.forget(cluster.trim());
        hold(cluster);
        var merges = new ArrayList<Merge>();
        var whole = merged(cluster, merges);
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

    private static Set<String> terms(Features features) {
        var terms = new HashSet<>(features.words().keySet());
        terms.addAll(features.marks());
        return terms;
    }

    private List<String> expire(Instant at) {
        var over = new ArrayList<String>();
        var oldest = clusters.values().iterator();
        while (oldest.hasNext()) {
            var cluster = oldest.next();
            if (!cluster.last().plus(config.idle()).isBefore(at)) {
                break;
            }
            oldest.remove();
            vocabulary.forget(cluster);
            unlist(cluster);
            over.add(cluster.id());
        }
        return over;
    }

    private void hold(Cluster cluster) {
        clusters.remove(cluster.id());
        clusters.put(cluster.id(), cluster);
        cluster.terms()
                .keySet()
                .forEach(t -> byTerm.computeIfAbsent(t, _ -> new HashSet<>()).add(cluster.id()));
    }

    private void unlist(Cluster cluster) {
        cluster.terms().keySet().forEach(t -> unlist(t, cluster.id()));
    }

    private void unlist(String term, String id) {
        byTerm.computeIfPresent(term, (_, ids) -> {
            ids.remove(id);
            return ids.isEmpty() ? null : ids;
        });
    }

    private Optional<Cluster> closest(Vector vector, Features features, Instant at) {
        Optional<Cluster> best = Optional.empty();
        double most = 0;
        for (var cluster : candidates(vector.weights())) {
            double likeness = likeness(vector, features, cluster, at);
            if (likeness > most
                    || likeness == most && best.filter(b -> older(cluster, b)).isPresent()) {
                best = Optional.of(cluster);
                most = likeness;
            }
        }
        return most > 0 ? best : Optional.empty();
    }

    /** 0 when it does not belong there. */
    private double likeness(Vector vector, Features features, Cluster cluster, Instant at) {
        boolean speaks = cluster.speaks(features.language());
        if (!speaks && !agrees(features.marks(), cluster.terms().keySet())) {
            return 0;
        }
        double like = speaks ? cluster.likeness(vector) : cluster.markLikeness(vector);
        double age = Math.min(
                1, (double) cluster.since(at).toMillis() / config.idle().toMillis());
        double weighed = like * (1 - FADING * age) * (cluster.names(features.country()) ? 1 : ELSEWHERE);
        return weighed >= (speaks ? config.join() : config.across()) ? weighed : 0;
    }

    /** A place, and a number of people or a name. */
    private static boolean agrees(Set<String> marks, Set<String> others) {
        var shared = marks.stream().filter(others::contains).toList();
        return shared.size() >= AGREEING
                && shared.stream().anyMatch(Marks::isPlace)
                && shared.stream().anyMatch(m -> !Marks.isPlace(m));
    }

    private List<Cluster> candidates(Map<String, Double> weights) {
        var found = new HashSet<String>();
        weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(RARE)
                .map(e -> byTerm.getOrDefault(e.getKey(), Set.of()))
                .filter(ids -> ids.size() <= COMMON)
                .forEach(found::addAll);
        return found.stream()
                .flatMap(id -> Optional.ofNullable(clusters.get(id)).stream())
                .toList();
    }

    private static boolean older(Cluster a, Cluster b) {
        return a.id().compareTo(b.id()) < 0;
    }

    /** Puts together with it what it has become like. */
    private Cluster merged(Cluster cluster, List<Merge> merges) {
        var whole = cluster;
        for (var other = twin(whole); other.isPresent(); other = twin(whole)) {
            var first = first(whole, other.get());
            var second = first == whole ? other.get() : whole;
            var shared = shared(first, second);
            merges.add(new Merge(second.id(), first.id(), first.likeness(second, !first.speaksAs(second)), shared));
            clusters.remove(second.id());
            unlist(second);
            first.add(second);
            vocabulary.forget(first.trim());
            hold(first);
            whole = first;
        }
        return whole;
    }

    private static List<String> shared(Cluster a, Cluster b) {
        return a.terms().entrySet().stream()
                .filter(e -> b.terms().containsKey(e.getKey()))
                .sorted(Comparator.comparingDouble(e -> -e.getValue().weight()))
                .limit(AGREEING * 2)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The one with more texts stays. */
    private static Cluster first(Cluster a, Cluster b) {
        return a.size() != b.size() ? a.size() > b.size() ? a : b : older(a, b) ? a : b;
    }

    private Optional<Cluster> twin(Cluster cluster) {
        var weights = new HashMap<String, Double>();
        cluster.terms().forEach((t, w) -> weights.put(t, w.weight()));
        Optional<Cluster> best = Optional.empty();
        double most = 0;
        for (var other : candidates(weights)) {
            if (other == cluster) {
                continue;
            }
            double above = alike(cluster, other);
            if (above > most) {
                best = Optional.of(other);
                most = above;
            }
        }
        return best;
    }

    /** By how much the two are more alike than one story needs to be; at or below 0 they are two. */
    private double alike(Cluster a, Cluster b) {
        if (!a.speaksAs(b)) {
            return agrees(a.marks(), b.terms().keySet()) ? a.likeness(b, true) - config.across() : 0;
        }
        double elsewhere = a.names(b.country()) || b.names(a.country()) ? 1 : ELSEWHERE;
        return a.likeness(b, false) * elsewhere - config.merging(a, b);
    }
}
