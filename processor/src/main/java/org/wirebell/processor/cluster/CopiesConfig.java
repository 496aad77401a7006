package org.wirebell.processor.cluster;

import java.time.Duration;

/**
 * What counts as a copy, and for how long texts are held.
 *
 * @param window a text is compared with those received in so long before it
 * @param contained share of the shorter text's shingles that makes a copy, whatever the lengths
 * @param edited as {@code contained}, for two texts of ordinary length that are also alike as a whole
 * @param alike least Jaccard likeness that goes with {@code edited}
 * @param bucket most texts remembered for one band; older ones are forgotten there first
 * @param texts most texts remembered within the window; older ones are forgotten first
 * @param verified most texts that one text is compared with, those of most bands first
 */
public record CopiesConfig(
        Duration window, double contained, double edited, double alike, int bucket, int texts, int verified) {
    /** Some 210 MB of heap. */
    public static final int TEXTS = 150_000;

    public CopiesConfig {
        if (window.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("window must be at least PT1H, was " + window);
        }
        if (!(0 < alike && alike <= edited && edited <= contained && contained <= 1)) {
            throw new IllegalArgumentException("alike, edited and contained must rise between 0 and 1, were " + alike
                    + ", " + edited + ", " + contained);
        }
        if (bucket < 1 || texts < 1 || verified < 1) {
            throw new IllegalArgumentException(
                    "bucket, texts and verified must be at least 1, were " + bucket + ", " + texts + ", " + verified);
        }
    }

    public static CopiesConfig defaults() {
        return new CopiesConfig(Duration.ofHours(72), 0.6, 0.36, 0.2, 50, TEXTS, 8);
    }

    public CopiesConfig withTexts(int most) {
        return new CopiesConfig(window, contained, edited, alike, bucket, most, verified);
    }
}
