package org.wirebell.ingest.edge;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The HTTP endpoint that takes pushed documents. The token is in an environment variable or in a file, never here.
 *
 * @param host to bind to
 * @param port 0 takes any free one
 */
public record PushConfig(String host, int port, Optional<String> tokenEnv, Optional<Path> tokenFile) {
    public PushConfig {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host must not be empty");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 0 and 65535, was " + port);
        }
        if (tokenEnv.isPresent() == tokenFile.isPresent()) {
            throw new IllegalArgumentException("give either token-env or token-file");
        }
    }
}
