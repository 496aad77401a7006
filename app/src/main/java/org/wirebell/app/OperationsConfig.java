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
 * @param traces where the way of items is told, when it is wanted
 */
public record OperationsConfig(
        String host,
        int port,
        Optional<CanaryConfig> canary,
        Map<String, URI> certificates,
        Optional<TracesConfig> traces) {
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
        return new OperationsConfig("127.0.0.1", 8081, Optional.empty(), Map.of(), Optional.empty());
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

    /**
     * @param endpoint of a collector that takes OTLP over HTTP, without the path {@code /v1/traces}
     * @param sample which share of all items is traced, from 0 to 1; a tenth when absent
     * @param headersEnv request header, and the environment variable with its value
     * @param headersFile request header, and the file with its value
     */
    public record TracesConfig(
            URI endpoint, Optional<Double> sample, Map<String, String> headersEnv, Map<String, Path> headersFile) {
        private static final double TENTH = 0.1;

        public TracesConfig {
            headersEnv = Map.copyOf(headersEnv);
            headersFile = Map.copyOf(headersFile);
            var scheme = String.valueOf(endpoint.getScheme());
            if (!scheme.matches("(?i)https?") || endpoint.getHost() == null) {
                throw new IllegalArgumentException("endpoint must start with http:// or https://, was " + endpoint);
            }
            if (endpoint.getUserInfo() != null) {
                throw new IllegalArgumentException("endpoint must name no user: put what opens it into headers-env");
            }
            if (!sample.map(share -> share >= 0 && share <= 1).orElse(true)) {
                throw new IllegalArgumentException("sample must be 0 to 1, was " + sample.get());
            }
            for (var header : headersFile.keySet()) {
                if (headersEnv.containsKey(header)) {
                    throw new IllegalArgumentException(header + " is given in headers-env and in headers-file");
                }
            }
        }

        public double share() {
            return sample.orElse(TENTH);
        }
    }
}
