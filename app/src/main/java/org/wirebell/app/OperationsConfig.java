package org.wirebell.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Where {@code /metrics}, {@code /health/live} and {@code /health/ready} are served; port 0 takes a free one.
 *
 * @param canary an item of our own that is sent through everything, when it is wanted
 * @param certificates addresses whose certificates are watched, by a name for people: the proxy before the desk, a broker
 */
public record OperationsConfig(String host, int port, Optional<CanaryConfig> canary, Map<String, URI> certificates) {
    public OperationsConfig {
        certificates = Map.copyOf(certificates);
        certificates.forEach((name, address) -> {
            if (!"https".equalsIgnoreCase(address.getScheme()) || address.getHost() == null) {
                throw new IllegalArgumentException(
                        "certificates." + name + " must start with https://, was " + address);
            }
        });
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, was " + port);
        }
    }

    public static OperationsConfig defaults() {
        return new OperationsConfig("127.0.0.1", 8081, Optional.empty(), Map.of());
    }

    /**
     * @param folder where it is dropped for ingest to read
     * @param every how often; a minute when absent
     */
    public record CanaryConfig(Path folder, Optional<Duration> every) {
        public CanaryConfig {
            if (every.isPresent() && !every.get().isPositive()) {
                throw new IllegalArgumentException("every must be above 0, was " + every.get());
            }
        }

        public Duration pace() {
            return every.orElse(Duration.ofMinutes(1));
        }
    }
}
