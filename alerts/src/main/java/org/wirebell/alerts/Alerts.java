package org.wirebell.alerts;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import org.wirebell.model.Topics;

/** The alerts room on Kafka: plans and delivers until it is closed. */
public final class Alerts implements AutoCloseable {
    private Alerts() {}

    /**
     * Starts planner and delivery.
     *
     * @param kafka client settings, at least {@code bootstrap.servers}
     * @param console where the console receivers print
     * @param failed told once, when threads died more often than they are replaced; the process should then end
     * @throws IllegalArgumentException naming every receiver that cannot be opened
     */
    public static Alerts start(
            AlertsConfig config,
            Map<String, Object> kafka,
            Topics topics,
            MeterRegistry registry,
            InstantSource clock,
            PrintStream console,
            Runnable failed) {
        return new Alerts();
    }

    /** As above, printing to standard output, where nobody needs to be told of a failure; {@link #state()} shows it. */
    public static Alerts start(
            AlertsConfig config,
            Map<String, Object> kafka,
            Topics topics,
            MeterRegistry registry,
            InstantSource clock) {
        return start(config, kafka, topics, registry, clock, System.out, () -> {});
    }

    /** How it is doing, for health and readiness. */
    public State state() {
        return State.STARTING;
    }

    @Override
    public void close() {}

    /** In the words of operations: only {@code RUNNING} is ready, only {@code FAILED} is unhealthy. */
    public enum State {
        STARTING,
        RUNNING,
        CLOSED,
        FAILED
    }
}
