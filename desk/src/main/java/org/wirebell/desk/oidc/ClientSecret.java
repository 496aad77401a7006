package org.wirebell.desk.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wirebell.desk.access.Oidc;

/** The secret by which the provider knows this desk. It stands outside of the configuration. */
public final class ClientSecret {
    private ClientSecret() {}

    /** Empty for a public client. Throws {@link IllegalArgumentException} where one is named that is not there. */
    public static Optional<String> of(Oidc config) {
        return config.clientSecretEnv()
                .map(ClientSecret::inEnvironment)
                .or(() -> config.clientSecretFile().map(ClientSecret::inFile));
    }

    private static String inEnvironment(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(secret -> !secret.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("the environment has no " + name));
    }

    private static String inFile(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the client secret from " + file, e);
        }
    }
}
