package org.wirebell.ingest.edge;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The HTTP endpoint that takes pushed documents, and where hubs deliver. Token and secrets are in environment variables or
 * in files, never here.
 *
 * @param host to bind to
 * @param port 0 takes any free one
 * @param tokenEnv the bearer token, which opens the endpoint for every source
 * @param secretEnv what senders sign with that have no secret of their own
 * @param senders source ids whose sender signs with a secret of its own, and with no other
 */
public record PushConfig(
        String host,
        int port,
        Optional<String> tokenEnv,
        Optional<Path> tokenFile,
        Optional<String> secretEnv,
        Optional<Path> secretFile,
        Map<String, Sender> senders) {
    /** Where the secret of one sender is. */
    public record Sender(Optional<String> secretEnv, Optional<Path> secretFile) {
        public Sender {
            if (secretEnv.isPresent() == secretFile.isPresent()) {
                throw new IllegalArgumentException("give either secret-env or secret-file");
            }
        }
    }

    public PushConfig {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host must not be empty");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 0 and 65535, was " + port);
        }
        if (tokenEnv.isPresent() && tokenFile.isPresent()) {
            throw new IllegalArgumentException("give either token-env or token-file");
        }
        if (secretEnv.isPresent() && secretFile.isPresent()) {
            throw new IllegalArgumentException("give either secret-env or secret-file");
        }
        senders = Map.copyOf(senders);
    }

    /** Whether anybody could push: without a token and without secrets the endpoint stays shut. */
    boolean opens() {
        return tokenEnv.isPresent()
                || tokenFile.isPresent()
                || secretEnv.isPresent()
                || secretFile.isPresent()
                || !senders.isEmpty();
    }
}
