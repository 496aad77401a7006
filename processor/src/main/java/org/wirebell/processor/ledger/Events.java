package org.wirebell.processor.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirebell.model.Figure;
import org.wirebell.model.Finding;

/** The coarse kind of what happened; the words are in {@code events.txt}. */
final class Events {
    private static final WordList WORDS = WordList.read("events.txt");
    private static final Map<String, Integer> RANK = rank();
    private static final int LEAD = 600;
    private static final long HEADLINE_WEIGHT = 3;
    /** In a running count over a war these are not told apart. */
    private static final Set<String> WARLIKE = Set.of("war", "strike", "clash", "bombing", "shooting");
    /** One may follow another in the same place within days; the event that no word names is among them. */
    private static final Set<String> RECURRING =
            Set.of("", "war", "strike", "clash", "bombing", "shooting", "unrest", "abduction", Periods.EVENT);
    /** Kinds by which different texts call one event. */
    private static final List<Set<String>> AKIN = List.of(
            Set.of("war", "strike", "clash", "bombing", "shooting", "unrest"),
            Set.of("earthquake", "tsunami", "collapse"),
            Set.of("typhoon", "flood", "tsunami"),
            Set.of("fire", "bombing", "strike"),
            Set.of("mine", "collapse", "bombing", "fire"),
            Set.of("collapse", "flood"),
            Set.of("ferry", "typhoon"),
            Set.of("crash", "ferry"),
            Set.of("abduction", "clash", "strike", "shooting"));

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

    /** "The flood has killed 40 so far" is the toll of one event, however it is told. */
    static Figure.Scope scope(String event, String since, Figure.Scope said) {
        return since.isEmpty() && !recurs(event) ? Figure.Scope.INCIDENT : said;
    }

    /** Of two names of one event the one that stands first in the list; an empty one gives way. */
    static String first(String a, String b) {
        if (a.isEmpty() || b.isEmpty() || a.equals(b)) {
            return a.isEmpty() ? b : a;
        }
        return RANK.getOrDefault(a, Integer.MAX_VALUE) <= RANK.getOrDefault(b, Integer.MAX_VALUE) ? a : b;
    }

    /** Whether both may name one event. */
    static boolean akin(String a, String b) {
        return a.equals(b)
                || a.isEmpty()
                || b.isEmpty()
                || AKIN.stream().anyMatch(kin -> kin.contains(a) && kin.contains(b));
    }

    static boolean recurs(String event) {
        return RECURRING.contains(event);
    }

    static boolean twoSided(String event) {
        return WARLIKE.contains(event);
    }

    private static Map<String, Integer> rank() {
        var rank = new HashMap<String, Integer>();
        WORDS.kinds().forEach(kind -> rank.put(kind, rank.size()));
        return Map.copyOf(rank);
    }

    private static void add(Map<String, Long> score, Map<String, Long> counts, long weight) {
        counts.forEach((kind, n) -> score.merge(kind, n * weight, Long::sum));
    }
}
