package org.wirebell.processor.cluster;

import java.time.Duration;

/**
 * When items belong to one story. Likeness is a cosine, 0 to 1.
 *
 * @param join an item joins the story that it is at least so like
 * @param merge two stories of which one has no more than {@code few} texts are put together from this likeness on
 * @param mergeLarge as {@code merge}, of two larger ones
 * @param across how like an item in another language must be, by places, numbers and names alone
 * @param idle a story of which nothing was heard for so long takes no more items
 * @param open most stories that take items; beyond, the one least recently added to takes no more
 * @param quiet a tag of which a country gave no example for so long is a first
 */
public record StoriesConfig(
        double join, double merge, int few, double mergeLarge, double across, Duration idle, int open, Duration quiet) {
    public static final int OPEN = 30_000;

    public static StoriesConfig defaults() {
        return new StoriesConfig(0.2, 0.2, 10, 0.3, 0.45, Duration.ofHours(72), OPEN, Duration.ofDays(30));
    }

    public StoriesConfig withOpen(int most) {
        return new StoriesConfig(join, merge, few, mergeLarge, across, idle, most, quiet);
    }

    /** How like a text must be that joins a story. */
    double joining(boolean sameLanguage) {
        return sameLanguage ? join : across;
    }

    /** Two that are less like are never put together, whatever their size. */
    double near(boolean sameLanguage) {
        return sameLanguage ? Math.min(merge, mergeLarge) : across;
    }

    double merging(Cluster a, Cluster b) {
        return Math.min(a.size(), b.size()) <= few ? merge : mergeLarge;
    }
}
