package org.wirebell.ingest.edge;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.wirebell.model.FeedState;
import org.wirebell.model.Topics;

/** The front door: starts polling, watching and listening, and stops all of it on close. */
public final class Ingest implements AutoCloseable {
    private Ingest() {}

    /**
     * Resumes from the {@code feeds} topic and starts.
     *
     * @param kafka how to reach the cluster: {@code bootstrap.servers} and whatever security needs
     */
    public static Ingest start(
            IngestConfig config, Map<String, Object> kafka, Topics topics, MeterRegistry meters, InstantSource clock) {
        throw new UnsupportedOperationException();
    }

    /** Where pushed documents are taken; 0 when they are not. */
    public int pushPort() {
        return 0;
    }

    /** Where each source stands, in the order of their ids. */
    public List<FeedState> health() {
        return List.of();
    }

    @Override
    public void close() {}
}
