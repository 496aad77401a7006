package org.wirebell.processor;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * When to commit. What is live goes on at once: each of the three steps to the ledger would else wait for the commit interval. What is being
 * caught up with, or comes faster than it is read, is committed at the interval, which costs less.
 */
final class Promptly {
    private static final Duration LIVE = Duration.ofSeconds(1);

    private Promptly() {}

    /** Asks for a commit after what is at hand, if a record with that timestamp is live. */
    static void commit(ProcessingContext context, long timestamp) {
        if (context.currentSystemTimeMs() - timestamp < LIVE.toMillis()) {
            context.commit();
        }
    }
}
