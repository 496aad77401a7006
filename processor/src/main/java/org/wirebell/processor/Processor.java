package org.wirebell.processor;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import org.wirebell.model.Topics;

/** The processor on Kafka: reads items, keeps the ledger, until it is closed. */
public final class Processor implements AutoCloseable {
    private Processor() {}

    /**
     * Starts the topology.
     *
     * @param kafka client settings, at least {@code bootstrap.servers}
     * @param clock the wall clock that ends embargoes
     * @param failed told once, when threads died more often than they are replaced; the process should then end
     */
    public static Processor start(
            ProcessorConfig config,
            Map<String, Object> kafka,
            Topics topics,
            MeterRegistry registry,
            InstantSource clock,
            Runnable failed) {
        return new Processor();
    }

    /** As above, where nobody needs to be told of a failure; {@link #state()} shows it. */
    public static Processor start(
            ProcessorConfig config,
            Map<String, Object> kafka,
            Topics topics,
            MeterRegistry registry,
            InstantSource clock) {
        return start(config, kafka, topics, registry, clock, () -> {});
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
