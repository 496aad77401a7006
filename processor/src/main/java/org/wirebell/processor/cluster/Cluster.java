package org.wirebell.processor.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** The common words of the items of a story: the sum of their vectors, each of length one. */
final class Cluster {
    /** Terms that are kept when there are more than twice as many; the lightest go. */
    private static final int KEPT = 128;
    /** The language of a text of which it is not known. */
    private static final String UNKNOWN = "und";

    private final String id;
    private final Weights weights;
    /** Of its first text; interned, as those of {@link Features}: each comparison asks for it, and most often it is the same object. */
    private final String language;

    private final List<String> otherLanguages = new ArrayList<>(0);
    private final Map<String, Integer> countries = new HashMap<>();
    private String country = "";
    private int size;
    private Instant last;
    /** Its place among those that are open. */
    private int slot;

    /** @param language of its first text */
    Cluster(String id, String language, Instant last, Weights weights) {
        this.id = id;
        this.language = language.intern();
        this.last = last;
        this.weights = weights;
    }

    /** As it was when it was held; it counts in the vocabulary from now on. */
    static Cluster of(StoryShelf.Kept kept, Vocabulary vocabulary) {
        var held = kept.story();
        var story = held.story();
        var cluster = new Cluster(
                story.id(),
                story.languages().getFirst(),
                story.last(),
                Weights.of(kept.terms().terms(), vocabulary));
        vocabulary.textsCame(held.texts());
        cluster.size = held.texts();
        story.languages().forEach(cluster::speak);
        cluster.countries.putAll(held.countries());
        cluster.country = cluster.mostNamed();
        return cluster;
    }

    /** @param fresh is told the terms that it did not have before */
    void add(Vector vector, Features features, Instant at, IntConsumer fresh) {
        weights.add(vector.weights(), fresh);
        size++;
        speak(features.language());
        if (!features.country().isEmpty()) {
            countries.merge(features.country(), 1, Integer::sum);
            country = mostNamed();
        }
        touch(at);
    }

    void touch(Instant at) {
        last = at.isAfter(last) ? at : last;
    }

    /** Takes over everything of a story that is one with this. */
    void add(Cluster other, IntConsumer fresh) {
        weights.add(other.weights, fresh);
        size += other.size;
        speak(other.language);
        other.otherLanguages.forEach(this::speak);
        other.countries.forEach((country, n) -> countries.merge(country, n, Integer::sum));
        country = mostNamed();
        touch(other.last);
    }

    /** Lets go of the lightest terms when there are many, and tells which. */
    void trim(IntConsumer gone) {
        if (weights.size() > 2 * KEPT) {
            weights.trim(KEPT, gone);
        }
    }

    Weights weights() {
        return weights;
    }

    /** Cosine of the angle between this and the vector laid out, 0 to 1. */
    double likeness(Laid vector) {
        return cosine(weights.dot(vector), weights.square());
    }

    /** As {@link #likeness(Laid)} over what means the same in every language. */
    double markLikeness(Laid vector, double marksLength) {
        return marksLength == 0 ? 0 : cosine(weights.marksDot(vector) / marksLength, weights.marksSquare());
    }

    /** The same of two stories, of which the other one is laid out. */
    double likeness(Cluster other, Laid laid, boolean marksOnly) {
        return marksOnly
                ? cosine(weights.marksDot(laid), weights.marksSquare() * other.weights.marksSquare())
                : cosine(weights.dot(laid), weights.square() * other.weights.square());
    }

    private static double cosine(double dot, double square) {
        return square <= 0 ? 0 : dot / Math.sqrt(square);
    }

    private void speak(String spoken) {
        if (!language.equals(spoken) && !otherLanguages.contains(spoken)) {
            otherLanguages.add(spoken.intern());
        }
    }

    /** That of its first text. */
    String language() {
        return language;
    }

    boolean speaks(String asked) {
        return language.equals(asked) || asked.equals(UNKNOWN) || language.equals(UNKNOWN) || alsoSpeaks(asked);
    }

    private boolean alsoSpeaks(String asked) {
        return !otherLanguages.isEmpty() && (otherLanguages.contains(asked) || otherLanguages.contains(UNKNOWN));
    }

    boolean speaksAs(Cluster other) {
        if (speaks(other.language)) {
            return true;
        }
        for (var spoken : other.otherLanguages) {
            if (speaks(spoken)) {
                return true;
            }
        }
        return false;
    }

    /** The country named most, the first in the alphabet of equals; empty when none is. */
    String country() {
        return country;
    }

    private String mostNamed() {
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

    /** Milliseconds between its last text and that moment. */
    long since(Instant at) {
        return Math.abs(at.toEpochMilli() - last.toEpochMilli());
    }

    Map<String, Integer> countries() {
        return countries;
    }

    int slot() {
        return slot;
    }

    void sit(int at) {
        slot = at;
    }
}
