package org.wirebell.alerts.edge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Result;

/** What is known of notices that were dealt with before: their last result, the newest ones only. Safe for threads. */
final class Known {
    private static final int MOST = 100_000;

    private final Map<String, Tried> tried = new LinkedHashMap<>();

    private record Tried(Result.Outcome outcome, int attempts) {}

    synchronized void add(Result result) {
        var earlier = Optional.ofNullable(tried.remove(result.notice()));
        boolean ended = earlier.filter(before -> before.outcome().isFinal()).isPresent();
        tried.put(result.notice(), ended ? earlier.get() : new Tried(result.outcome(), result.attempts()));
        if (tried.size() > MOST) {
            tried.remove(tried.keySet().iterator().next());
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
}
