package org.wirebell.alerts.edge;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Result;

/**
 * What is known of what was done before: the last result of each notice, what each receiver has of each alert, who told in
 * whose place, and since when a receiver fails. The newest only. Safe for threads.
 */
final class Known {
    /** Keys of {@link Result#more()}: the revision that was shown, the receiver in whose place, and whether a thread began anew. */
    static final String REVISION = "revision";

    static final String INSTEAD_OF = "insteadOf";
    static final String ANEW = "anew";

    private static final int MOST = 100_000;

    private final Map<String, Tried> tried = new LinkedHashMap<>();
    private final Map<Pair, Shown> shown = new LinkedHashMap<>();
    private final Map<Pair, Boolean> replaced = new LinkedHashMap<>();
    private final Map<String, Trouble> troubles = new HashMap<>();

    private record Tried(Result.Outcome outcome, int attempts) {}

    private record Pair(String alert, String receiver) {}

    /** No attempt of a receiver went well since a moment. */
    record Trouble(Instant since, int failures) {}

    synchronized void add(Result result) {
        var earlier = Optional.ofNullable(tried.remove(result.notice()));
        boolean ended = earlier.filter(before -> before.outcome().isFinal()).isPresent();
        tried.put(result.notice(), ended ? earlier.get() : new Tried(result.outcome(), result.attempts()));
        trim(tried);
        switch (result.outcome()) {
            case SENT -> sent(result);
            case LATER ->
                troubles.merge(
                        result.receiver(),
                        new Trouble(result.at(), 1),
                        (before, _) -> new Trouble(before.since(), before.failures() + 1));
            case REFUSED, EXPIRED, SUPERSEDED, SUPPRESSED -> {}
        }
    }

    private void sent(Result result) {
        troubles.remove(result.receiver());
        var pair = new Pair(result.alert(), result.receiver());
        var removed = Optional.ofNullable(shown.remove(pair));
        var before = removed.filter(_ -> !Boolean.TRUE.equals(result.more().get(ANEW)))
                .orElseGet(
                        () -> new Shown(List.of(), removed.map(Shown::revision).orElse(0)));
        int revision = result.more().get(REVISION) instanceof Number number ? number.intValue() : 0;
        shown.put(pair, before.and(result.handle(), revision));
        trim(shown);
        if (result.more().get(INSTEAD_OF) instanceof String receiver) {
            replaced.put(new Pair(result.alert(), receiver), true);
            trim(replaced);
        }
    }

    private static void trim(Map<?, ?> map) {
        if (map.size() > MOST) {
            map.remove(map.keySet().iterator().next());
        }
    }

    synchronized boolean ended(String notice) {
        return Optional.ofNullable(tried.get(notice))
                .filter(last -> last.outcome().isFinal())
                .isPresent();
    }

    synchronized int attempts(String notice) {
        return Optional.ofNullable(tried.get(notice)).map(Tried::attempts).orElse(0);
    }

    synchronized Optional<Shown> shown(String alert, String receiver) {
        return Optional.ofNullable(shown.get(new Pair(alert, receiver)));
    }

    /** Whether another was told of the alert because this receiver did not answer. */
    synchronized boolean replaced(String alert, String receiver) {
        return replaced.containsKey(new Pair(alert, receiver));
    }

    synchronized Optional<Trouble> trouble(String receiver) {
        return Optional.ofNullable(troubles.get(receiver));
    }
}
