package org.wirebell.processor.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The numbers of a text, each with what stands around it: four windows of as many tokens as a shingle has, in which numbers are all the
 * same. By windows in common the same number is known at two times.
 *
 * @param values in order, as digits
 * @param windows four hashes for each value
 */
record Numbers(List<String> values, Ints windows) {
    static final Numbers NONE = new Numbers(List.of(), Ints.NONE);

    private static final int KEPT = 64;
    private static final int TOLD = 16;
    private static final int SIDES = 4;
    private static final int ANY_NUMBER = Mix.of("#");
    private static final int EDGE = Mix.of("");

    Numbers {
        values = List.copyOf(values);
    }

    /**
     * How many numbers of a text stand where another text has one, and which of them are others there.
     *
     * @param told "31 → 34"
     */
    record Changes(int compared, int changed, List<String> told) {}

    static Numbers of(Tokens tokens) {
        var values = new ArrayList<String>();
        var windows = new ArrayList<Integer>();
        for (int i = 0; i < tokens.size() && values.size() < KEPT; i++) {
            if (!tokens.get(i).number().isEmpty()) {
                values.add(tokens.get(i).number());
                int n = tokens.window();
                windows.add(window(tokens, i, n, 0));
                windows.add(window(tokens, i, n - 1, 1));
                windows.add(window(tokens, i, 1, n - 1));
                windows.add(window(tokens, i, 0, n));
            }
        }
        return new Numbers(
                values, Ints.of(windows.stream().mapToInt(Integer::intValue).toArray()));
    }

    static Numbers unpacked(String values, Ints windows) {
        return values.isEmpty() ? NONE : new Numbers(Arrays.asList(values.split(" ")), windows);
    }

    String packedValues() {
        return String.join(" ", values);
    }

    /**
     * What changed from an earlier text to this one. Numbers are paired in their order, so that as many windows as possible agree: a number
     * in a new sentence takes no other's place because a few common words stand around both.
     */
    Changes since(Numbers earlier) {
        var told = new LinkedHashSet<String>();
        int compared = 0;
        int changed = 0;
        var best = best(earlier);
        for (int i = 0, j = 0; i < values.size() && j < earlier.values.size(); ) {
            if (best[i][j] == best[i + 1][j]) {
                i++;
            } else if (best[i][j] == best[i][j + 1]) {
                j++;
            } else {
                compared++;
                if (!values.get(i).equals(earlier.values.get(j))) {
                    changed++;
                    told.add(earlier.values.get(j) + " → " + values.get(i));
                }
                i++;
                j++;
            }
        }
        return new Changes(compared, changed, told.stream().limit(TOLD).toList());
    }

    /** The most that numbers from i and j on can agree: a longest common subsequence, weighted. */
    private int[][] best(Numbers earlier) {
        var best = new int[values.size() + 1][earlier.values.size() + 1];
        for (int i = values.size() - 1; i >= 0; i--) {
            for (int j = earlier.values.size() - 1; j >= 0; j--) {
                int agreed = agreed(i, earlier, j);
                best[i][j] = Math.max(
                        Math.max(best[i + 1][j], best[i][j + 1]), agreed == 0 ? 0 : best[i + 1][j + 1] + agreed);
            }
        }
        return best;
    }

    /** Twice the windows that two numbers have in common and one more when they are the same; other numbers need three windows. */
    private int agreed(int at, Numbers earlier, int other) {
        int common = 0;
        for (int side = 0; side < SIDES; side++) {
            common += windows.get(at * SIDES + side) == earlier.windows.get(other * SIDES + side) ? 2 : 0;
        }
        boolean same = values.get(at).equals(earlier.values.get(other));
        return same ? (common > 0 ? common + 1 : 0) : (common > 4 ? common : 0);
    }

    private static int window(Tokens tokens, int at, int left, int right) {
        int hash = left;
        for (int i = at - left; i <= at + right; i++) {
            hash = Mix.join(hash, i == at ? ANY_NUMBER : token(tokens, i));
        }
        return hash;
    }

    private static int token(Tokens tokens, int at) {
        if (at < 0 || at >= tokens.size()) {
            return EDGE;
        }
        return tokens.get(at).number().isEmpty() ? tokens.get(at).hash() : ANY_NUMBER;
    }
}
