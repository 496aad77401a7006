package org.wirebell.ingest.edge;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wirebell.ingest.web.Limits;

/**
 * Subscribing to the hubs that feeds name. The secret, from which that of each subscription is made, is in an environment
 * variable or in a file, never here.
 *
 * @param callback the address at which hubs reach {@code push.host} and {@code push.port} from outside
 * @param lease how long a subscription is asked for; a week when absent. The hub has the last word
 * @param slower a source whose pushes come is polled so many times less often; 6 when absent
 * @param slowest but not less often than this; an hour when absent
 * @param without sources that are polled only
 */
public record WebSubConfig(
        URI callback,
        Optional<String> secretEnv,
        Optional<Path> secretFile,
        Optional<Duration> lease,
        Optional<Integer> slower,
        Optional<Duration> slowest,
        List<String> without) {
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final int SLOWER = 6;
    private static final Duration AN_HOUR = Duration.ofHours(1);

    public WebSubConfig {
        var scheme = callback.getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme) || callback.getHost() == null) {
            throw new IllegalArgumentException("callback must start with http:// or https://, was " + callback);
        }
        if (callback.getRawQuery() != null || callback.getRawFragment() != null) {
            throw new IllegalArgumentException("callback must have neither ? nor #, was " + callback);
        }
        if (secretEnv.isPresent() == secretFile.isPresent()) {
            throw new IllegalArgumentException("give either secret-env or secret-file");
        }
        lease.ifPresent(length -> Limits.positive("lease", length));
        slowest.ifPresent(length -> Limits.positive("slowest", length));
        if (slower.filter(times -> times < 1).isPresent()) {
            throw new IllegalArgumentException("slower must be at least 1, was " + slower.get());
        }
        without = List.copyOf(without);
    }

    Duration leased() {
        return lease.orElse(A_WEEK);
    }

    /** How long to wait for the next poll where polling alone would wait so long. */
    Duration slowed(Duration wait) {
        var bound = slowest.orElse(AN_HOUR);
        var slowed = wait.multipliedBy(slower.orElse(SLOWER));
        var most = slowed.compareTo(bound) < 0 ? slowed : bound;
        return most.compareTo(wait) > 0 ? most : wait;
    }
}
