package org.wirebell.app.broker;

import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** What Kafka's clients wrap into an {@link ExecutionException}, in words. */
public final class Causes {
    private Causes() {}

    /** The message of what really happened, else its kind. */
    public static String of(ExecutionException wrapped) {
        var cause = Optional.ofNullable(wrapped.getCause()).orElse(wrapped);
        return Optional.ofNullable(cause.getMessage())
                .orElseGet(() -> cause.getClass().getSimpleName());
    }
}
