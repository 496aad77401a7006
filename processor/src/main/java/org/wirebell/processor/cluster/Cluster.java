package org.wirebell.processor.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The common words of the items of a story: the sum of their vectors, each of length one. */
final class Cluster {
    /** Terms that are kept when there are more than twice as many; the lightest go. */
    private static final int KEPT = 128;

    /** How much a term weighs in the story, and in how many of its texts it stands. */
    record Weight(double weight, int texts) {
        Weight plus(Weight other) {
            return new Weight(weight + other.weight, texts + other.texts);
        }
    }

    private final String id;
    private final Map<String, Weight> terms = new HashMap<>();
    private final Set<String> languages = new HashSet<>();
    private final Map<String, Integer> countries = new HashMap<>();
    private double square;
    private double marksSquare;
    private int size;
    private Instant last;

    Cluster(String id, Instant last) {
        this.id = id;
        this.last = last;
    }

    /** As it was when it was held. */
    static Cluster of(HeldStory held) {
        var cluster = new Cluster(held.story().id(), held.story().last());
        cluster.size = held.texts();
        held.terms().forEach(t -> cluster.put(t.term(), new Weight(t.weight(), t.texts())));
        cluster.languages.addAll(held.story().languages());
        cluster.countries.putAll(held.countries());
        return cluster;
    }

    void add(Vector vector, Features features, Instant at) {
        vector.weights().forEach((term, weight) -> put(term, new Weight(weight, 1)));
        size++;
        languages.add(features.language());
        if (!features.country().isEmpty()) {
            countries.merge(features.country(), 1, Integer::sum);
        }
        touch(at);
    }

    void touch(Instant at) {
        last = at.isAfter(last) ? at : last;
    }

    /** Takes over everything of a story that is one with this. */
    void add(Cluster other) {
        other.terms.forEach(this::put);
        size += other.size;
        languages.addAll(other.languages);
        other.countries.forEach((country, n) -> countries.merge(country, n, Integer::sum));
        touch(other.last);
    }

    private void put(String term, Weight more) {
        var before = terms.get(term);
        double old = before == null ? 0 : before.weight();
        double now = old + more.weight();
        terms.put(term, before == null ? more : before.plus(more));
        square += now * now - old * old;
        if (Marks.isMark(term)) {
            marksSquare += now * now - old * old;
        }
    }

    /** Lets go of the lightest terms when there are many, and tells which. */
    Map<String, Weight> trim() {
        var gone = new HashMap<String, Weight>();
        if (terms.size() > 2 * KEPT) {
            terms.entrySet().stream()
                    .sorted(Comparator.<Map.Entry<String, Weight>>comparingDouble(
                                    e -> e.getValue().weight())
                            .thenComparing(Map.Entry::getKey))
                    .limit(terms.size() - KEPT)
                    .forEach(e -> gone.put(e.getKey(), e.getValue()));
        }
        gone.forEach((term, weight) -> {
            terms.remove(term);
            double square = weight.weight() * weight.weight();
            this.square -= square;
            marksSquare -= Marks.isMark(term) ? square : 0;
        });
        return gone;
    }

    /** Cosine of the angle between the two, 0 to 1. */
    double likeness(Vector vector) {
        return cosine(dot(vector, false), square);
    }

    /** As {@link #likeness(Vector)} over what means the same in every language. */
    double markLikeness(Vector vector) {
        return vector.marksLength() == 0 ? 0 : cosine(dot(vector, true) / vector.marksLength(), marksSquare);
    }

    private double dot(Vector vector, boolean marksOnly) {
        double dot = 0;
        for (var entry : vector.weights().entrySet()) {
            var own = terms.get(entry.getKey());
            if (own != null && (!marksOnly || Marks.isMark(entry.getKey()))) {
                dot += entry.getValue() * own.weight();
            }
        }
        return dot;
    }

    double likeness(Cluster other, boolean marksOnly) {
        double dot = 0;
        for (var entry : terms.entrySet()) {
            var theirs = other.terms.get(entry.getKey());
            if (theirs != null && (!marksOnly || Marks.isMark(entry.getKey()))) {
                dot += entry.getValue().weight() * theirs.weight();
            }
        }
        double lengths = marksOnly ? marksSquare * other.marksSquare : square * other.square;
        return lengths <= 0 ? 0 : dot / Math.sqrt(lengths);
    }

    private static double cosine(double dot, double square) {
        return square <= 0 ? 0 : dot / Math.sqrt(square);
    }

    /** Marks that both have. */
    Set<String> marks() {
        var marks = new HashSet<String>();
        terms.keySet().stream().filter(Marks::isMark).forEach(marks::add);
        return marks;
    }

    boolean speaks(String language) {
        return languages.contains(language) || languages.contains("und") || language.equals("und");
    }

    boolean speaksAs(Cluster other) {
        return other.languages.stream().anyMatch(this::speaks);
    }

    /** The country named most, the first in the alphabet of equals; empty when none is. */
    String country() {
        return countries.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    boolean names(String country) {
        return country.isEmpty() || countries.isEmpty() || countries.containsKey(country);
    }

    String id() {
        return id;
    }

    int size() {
        return size;
    }

    Instant last() {
        return last;
    }

    Duration since(Instant at) {
        return Duration.between(last, at).abs();
    }

    Map<String, Weight> terms() {
        return terms;
    }

    Map<String, Integer> countries() {
        return countries;
    }
}
