package org.wirebell.processor.cluster;

import java.util.List;

/**
 * What an item was taken from, as far as its words tell.
 *
 * @param of id of the text of another family that is closest to it, one that is no younger where there is such
 * @param root id of the first text of the chain: the same for all copies of copies
 * @param likeness shared shingles by all of both (Jaccard), estimated for texts over a thousand shingles
 * @param containment shared shingles by those of the shorter text
 * @param changedNumbers "31 → 34" for each number that stands between the same words but is another; at most sixteen
 */
public record Copy(
        String of, String root, Kind kind, double likeness, double containment, List<String> changedNumbers) {
    public Copy {
        changedNumbers = List.copyOf(changedNumbers);
    }

    public enum Kind {
        /** All of the other text, perhaps with more around it. */
        REPRINT,
        /** A part of the other text and little else. */
        CUT,
        /** The other text with other numbers. */
        UPDATE,
        /** The other text with other words. */
        EDITED
    }
}
