package org.wirebell.desk.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A token bucket for each key: a minute's worth may come at once, and fills again evenly. */
final class Buckets {
    private static final int MOST = 10_000;

    private record Bucket(double left, Instant at) {}

    private final int perMinute;
    private final Map<String, Bucket> byKey = new LinkedHashMap<>(16, 0.75f, true);

    Buckets(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Takes one, where there is one. */
    synchronized boolean take(String key, Instant now) {
        var bucket = byKey.getOrDefault(key, new Bucket(perMinute, now));
        double passed = Math.max(0, Duration.between(bucket.at(), now).toMillis()) / 60_000.0;
        double left = Math.min(perMinute, bucket.left() + passed * perMinute);
        boolean taken = left >= 1;
        byKey.put(key, new Bucket(taken ? left - 1 : left, now));
        if (byKey.size() > MOST) {
            byKey.remove(byKey.keySet().iterator().next());
        }
        return taken;
    }
}
