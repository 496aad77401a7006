package org.wirebell.desk.access;

import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes those wait who guess: after a few free tries, twice as long each time, by name and by address. */
final class Backoff {
    static final int FREE = 4;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGET = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private record Failed(int times, Instant last) {}

    private final Map<String, Failed> byKey = new LinkedHashMap<>(16, 0.75f, true);

    /** How long this key has to wait from now on; zero for none. */
    synchronized Duration wait(String key, Instant now) {
        var failed = byKey.get(key);
        if (failed == null || failed.times() < FREE) {
            return Duration.ZERO;
        }
        var pause = Duration.ofSeconds(1L << Math.min(20, failed.times() - FREE));
        var until = failed.last().plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    /** Throws the answer for who has to wait. */
    void mustWait(String key, Instant now) {
        var wait = wait(key, now);
        if (wait.isPositive()) {
            long seconds = wait.plusMillis(999).toSeconds();
            throw new HttpResponseException(
                    429, "too many wrong tries: wait " + seconds + " s", Map.of("retryAfter", Long.toString(seconds)));
        }
    }

    synchronized void failed(String key, Instant now) {
        var before = byKey.get(key);
        int times = before == null || before.last().plus(FORGET).isBefore(now) ? 0 : before.times();
        byKey.put(key, new Failed(times + 1, now));
        if (byKey.size() > MOST) {
            byKey.remove(byKey.keySet().iterator().next());
        }
    }

    synchronized void succeeded(String key) {
        byKey.remove(key);
    }
}
