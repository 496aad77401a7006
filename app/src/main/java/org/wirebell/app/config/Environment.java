package org.wirebell.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts the environment into values of a configuration: {@code ${NAME}} is the variable, or what stands in the file that
 * {@code NAME_FILE} names, as containers are given secrets; {@code ${NAME:-text}} has a text for where neither is set. What is
 * in lower case, such as Kafka's own {@code ${file:…}}, stays as it is.
 */
record Environment(Function<String, Optional<String>> variables) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::-([^}]*))?}");

    static Environment ofProcess() {
        return new Environment(name -> Optional.ofNullable(System.getenv(name)));
    }

    /** Throws {@link IllegalArgumentException} that names what is missing, and tells no value. */
    String fill(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), found.group(2))));
    }

    private String value(String name, @Nullable String otherwise) {
        return variables
                .apply(name)
                .or(() -> variables.apply(name + "_FILE").map(file -> content(name, Path.of(file))))
                .or(() -> Optional.ofNullable(otherwise))
                .orElseThrow(() -> new IllegalArgumentException(
                        "environment variable " + name + " is not set, nor " + name + "_FILE"));
    }

    private static String content(String name, Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(name + "_FILE: " + file + " cannot be read", e);
        }
    }
}
