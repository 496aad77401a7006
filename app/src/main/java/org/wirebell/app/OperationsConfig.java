package org.wirebell.app;

/** Where {@code /metrics}, {@code /health/live} and {@code /health/ready} are served; port 0 takes a free one. */
public record OperationsConfig(String host, int port) {
    public OperationsConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, was " + port);
        }
    }

    public static OperationsConfig defaults() {
        return new OperationsConfig("127.0.0.1", 8081);
    }
}
