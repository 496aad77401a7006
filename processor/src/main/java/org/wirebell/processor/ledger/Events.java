package org.wirebell.processor.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.wirebell.model.Figure;
import org.wirebell.model.Finding;

/** The coarse kind of what happened; the words are in {@code events.txt}. */
final class Events {
    private static final WordList WORDS = WordList.read("events.txt");
    private static final int LEAD = 600;
    private static final long HEADLINE_WEIGHT = 3;
    /** In a running count over a war these are not told apart. */
    private static final Set<String> WARLIKE = Set.of("war", "strike", "clash", "bombing", "shooting");

    private Events() {}

    /** Empty when no word says it. */
    static String of(Finding finding) {
        var item = finding.item();
        var text = item.text();
        var score = new HashMap<String, Long>();
        add(score, WORDS.count(item.headline()), HEADLINE_WEIGHT);
        add(score, WORDS.count(text.substring(0, Math.min(LEAD, text.length()))), 1);
        long best = score.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return best == 0
                ? ""
                : WORDS.kinds().stream()
                        .filter(k -> score.getOrDefault(k, 0L) == best)
                        .findFirst()
                        .orElse("");
    }

    /** The event of a series: a baseline says it all, and a running count over a war is of the war. */
    static String of(String event, String since, Figure.Scope scope) {
        if (!since.isEmpty()) {
            return "";
        }
        return scope == Figure.Scope.CUMULATIVE && WARLIKE.contains(event) ? "war" : event;
    }

    static boolean twoSided(String event) {
        return WARLIKE.contains(event);
    }

    private static void add(Map<String, Long> score, Map<String, Long> counts, long weight) {
        counts.forEach((kind, n) -> score.merge(kind, n * weight, Long::sum));
    }
}
