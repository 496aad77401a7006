package org.wirebell.alerts.edge;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Topics;

/**
 * Sends what is planned: reads {@code notices}, keeps a queue and a virtual thread per receiver, writes {@code results}.
 */
public final class Workers implements AutoCloseable {
    private Workers() {}

    /**
     * Starts delivery. {@code kafka} holds connection settings (and {@code group.instance.id} where wanted).
     *
     * @throws IllegalArgumentException naming every receiver that cannot be opened (secret missing, address unreadable)
     */
    public static Workers start(
            DeliveryConfig config,
            Receivers receivers,
            Map<String, Object> kafka,
            Topics topics,
            MeterRegistry meters,
            InstantSource clock,
            PrintStream console) {
        throw new UnsupportedOperationException("being built");
    }

    /** Whether notices are being read; for health. */
    public boolean alive() {
        return false;
    }

    /** What stopped delivery, if something did; the process should then exit. */
    public Optional<Throwable> failure() {
        return Optional.empty();
    }

    /** Lets running attempts end, commits and leaves the group. */
    @Override
    public void close() {}
}
