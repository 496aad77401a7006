package org.wirebell.app.station;

import io.micrometer.core.instrument.Counter;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The way of spans out of this process. So many wait for a thread that sends them, and nobody waits for it: what comes
 * when all places are taken, or is not taken at the other end, is lost, which a meter and a line a minute tell.
 */
final class SpanOutlet implements SpanProcessor {
    static final int PLACES = 2_048;

    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final int LONGEST = 300;

    private final AtomicInteger waiting = new AtomicInteger();
    private final SpanExporter exporter;
    private final BatchSpanProcessor sender;
    private final Counter sent;
    private final Counter failed;
    private final Counter dropped;
    private final Consumer<String> log;
    private final InstantSource clock;
    private Instant told = Instant.MIN;
    private long untold;

    SpanOutlet(SpanExporter exporter, StationMeters meters, Consumer<String> log, InstantSource clock) {
        this.exporter = exporter;
        this.sent = meters.spans("sent");
        this.failed = meters.spans("failed");
        this.dropped = meters.spans("dropped");
        this.log = log;
        this.clock = clock;
        this.sender = BatchSpanProcessor.builder(new Counted())
                .setMaxQueueSize(PLACES)
                .build();
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (waiting.incrementAndGet() <= PLACES) {
            sender.onEnd(span);
        } else {
            waiting.decrementAndGet();
            dropped.increment();
            lost(1, "too many wait to be sent");
        }
    }

    private synchronized void lost(long spans, String why) {
        untold += spans;
        var now = clock.instant();
        if (told.isBefore(now.minus(QUIET))) {
            log.accept("traces: " + untold + " spans lost: " + why.substring(0, Math.min(LONGEST, why.length())));
            told = now;
            untold = 0;
        }
    }

    /** Sends, and counts what came of it. */
    private final class Counted implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            waiting.addAndGet(-spans.size());
            var result = exporter.export(spans);
            return result.whenComplete(() -> {
                if (result.isSuccess()) {
                    sent.increment(spans.size());
                } else {
                    failed.increment(spans.size());
                    lost(spans.size(), why(result));
                }
            });
        }

        private static String why(CompletableResultCode result) {
            return Optional.ofNullable(result.getFailureThrowable())
                    .map(Throwable::getCause)
                    .map(Throwable::toString)
                    .orElse("refused by the collector; WIREBELL_LOG=DEBUG says more");
        }

        @Override
        public CompletableResultCode flush() {
            return exporter.flush();
        }

        @Override
        public CompletableResultCode shutdown() {
            return exporter.shutdown();
        }
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    @Override
    public CompletableResultCode forceFlush() {
        return sender.forceFlush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return sender.shutdown();
    }
}
