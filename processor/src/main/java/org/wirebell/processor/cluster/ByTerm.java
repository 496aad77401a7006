package org.wirebell.processor.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which stories share a term. One that many share leads nowhere, so only their count is kept: most of all listings
 * are of such terms. When few are left of them they are looked up among all.
 */
final class ByTerm {
    private final int common;
    /** By the number of the term. */
    private final List<Row> rows = new ArrayList<>();

    private static final class Row {
        private int count;
        /** Null while they are only counted. */
        private @Nullable List<Cluster> stories = new ArrayList<>(4);
    }

    /** @param common of terms that more stories share nothing is told */
    ByTerm(int common) {
        this.common = common;
    }

    /** The story has the term, which it had not before. */
    void add(int term, Cluster story) {
        while (rows.size() <= term) {
            rows.add(new Row());
        }
        var row = rows.get(term);
        row.count++;
        if (row.stories != null) {
            row.stories.add(story);
            row.stories = row.count > 2 * common ? null : row.stories;
        }
    }

    /**
     * The story has the term no more.
     *
     * @param all stories of which there are any
     */
    void remove(int term, Cluster story, Collection<Cluster> all) {
        var row = rows.get(term);
        row.count--;
        if (row.stories != null) {
            row.stories.remove(story);
        } else if (row.count <= common) {
            var left = new ArrayList<Cluster>();
            for (var other : all) {
                if (other != story && other.weights().has(term)) {
                    left.add(other);
                }
            }
            row.stories = left;
        }
    }

    /** Those that share the term; none where more than so many do. */
    List<Cluster> of(int term) {
        if (term >= rows.size()) {
            return List.of();
        }
        var row = rows.get(term);
        return row.stories == null || row.count > common ? List.of() : row.stories;
    }
}
