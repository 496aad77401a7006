package org.wirebell.alerts.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;

/** Reads secrets where the configuration says that they are. What is wrong is said without them. */
record Secrets(UnaryOperator<String> environment) {
    Secret of(Optional<String> variable, Optional<Path> file) {
        return maybe(variable, file).orElseThrow(() -> new IllegalArgumentException("a secret is missing"));
    }

    Optional<Secret> maybe(Optional<String> variable, Optional<Path> file) {
        return variable.map(this::variable).or(() -> file.map(Secrets::content)).map(Secret::new);
    }

    /** An address that is a secret. */
    HttpUrl address(Optional<String> variable, Optional<Path> file) {
        return Optional.ofNullable(HttpUrl.parse(of(variable, file).value()))
                .orElseThrow(() -> new IllegalArgumentException("the address is not an http or https one"));
    }

    String variable(String name) {
        var value = environment.apply(name).strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("environment variable " + name + " is not set");
        }
        return value;
    }

    static String content(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "file " + file + " can't be read: " + e.getClass().getSimpleName(), e);
        }
    }
}
