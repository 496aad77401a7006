package org.wirebell.query;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Which rules are asked about an item that has a feature: those that cannot be in an item without it or a like one. */
final class Anchors {
    private final int[] from;
    private final int[] rules;

    private Anchors(int[] from, int[] rules) {
        this.from = from;
        this.rules = rules;
    }

    /**
     * Anchors each rule on the rarest features that do.
     *
     * @param features how many there are
     * @param share of items that have a feature
     */
    static Anchors of(List<Node> rules, int features, IntToDoubleFunction share) {
        var from = new int[features + 1];
        for (var rule : rules) {
            rule.anchors(share, feature -> from[feature + 1]++);
        }
        for (int i = 0; i < features; i++) {
            from[i + 1] += from[i];
        }
        var filled = from.clone();
        var all = new int[from[features]];
        for (int i = 0; i < rules.size(); i++) {
            int rule = i;
            rules.get(i).anchors(share, feature -> all[filled[feature]++] = rule);
        }
        return new Anchors(from, all);
    }

    /** The first of the rules at a feature, for {@link #rule}. */
    int first(int feature) {
        return from[feature];
    }

    int end(int feature) {
        return from[feature + 1];
    }

    int rule(int i) {
        return rules[i];
    }
}
