package org.wirebell.alerts.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.wirebell.model.Canary;
import org.wirebell.model.Notice;
import org.wirebell.model.Result;

/** Every meter of delivery. Receivers are those of the configuration; all others are counted as {@value #UNKNOWN}. */
final class DeliveryMeters {
    static final String UNKNOWN = "unknown";
    static final String ATTEMPTS = "wirebell.notice.attempts";
    static final String SEND = "wirebell.notice.send";
    static final String PENDING = "wirebell.notice.pending";
    static final String HELD = "wirebell.notice.held";
    static final String OLDEST = "wirebell.notice.oldest.pending";
    static final String ENABLED = "wirebell.receiver.enabled";
    static final String FALLBACKS = "wirebell.notice.fallbacks";
    static final String LATENCY = "wirebell.alert.latency";
    static final String CANARY = "wirebell.canary.latency";
    static final String CANARY_OK = "wirebell.canary.last.ok.timestamp";

    private static final int REMEMBERED = 10_000;
    private static final Duration[] LEVELS = {
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1)
    };

    private final MeterRegistry meters;
    private final AtomicLong sung = new AtomicLong();
    private final Map<String, Boolean> accepted = new LinkedHashMap<>();

    DeliveryMeters(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder(CANARY_OK, sung::get).baseUnit("seconds").register(meters);
    }

    /** Outcomes by receiver; every attempt, and every end without one. */
    void ended(String receiver, Result.Outcome outcome) {
        attempts(receiver, outcome).increment();
    }

    private Counter attempts(String receiver, Result.Outcome outcome) {
        return meters.counter(
                ATTEMPTS, "receiver", receiver, "outcome", outcome.name().toLowerCase(Locale.ROOT));
    }

    /** Notices that delivery itself planned: in another's place, or about a receiver that was turned off. */
    void planned(Notice notice) {
        meters.counter(FALLBACKS, "receiver", notice.receiver()).increment();
    }

    void sending(String receiver, Duration took) {
        meters.timer(SEND, "receiver", receiver).record(took);
    }

    /** From the item's receipt to the first receiver that accepted this revision of the alert. */
    void accepted(Notice notice, Duration latency) {
        if (notice.receiver().equals(Canary.NAME)) {
            canary(notice, latency);
        } else if (notice.kind() != Notice.Kind.TEST
                && notice.kind() != Notice.Kind.ACK
                && !notice.receiver().equals(Receivers.PAGE) // it has the notice as soon as that is planned
                && isFirst(notice.alert().id() + "#" + notice.alert().revision())) {
            Timer.builder(LATENCY)
                    .tag("priority", notice.alert().priority().name().toLowerCase(Locale.ROOT))
                    .serviceLevelObjectives(LEVELS)
                    .register(meters)
                    .record(latency);
        }
    }

    private void canary(Notice notice, Duration latency) {
        Timer.builder(CANARY).serviceLevelObjectives(LEVELS).register(meters).record(latency);
        sung.set(notice.alert().received().plus(latency).getEpochSecond());
    }

    /** 1 while nothing is sent because the planner has not caught up after a start. */
    void watch(Hold hold) {
        Gauge.builder(HELD, () -> hold.keeps() ? 1 : 0).register(meters);
    }

    /** Every outcome is there from the start: a rise from nothing is no rise. */
    void watch(String receiver, Supplier<Number> pending, Supplier<Number> oldest, Supplier<Number> enabled) {
        for (var outcome : Result.Outcome.values()) {
            attempts(receiver, outcome);
        }
        Gauge.builder(OLDEST, oldest)
                .baseUnit("seconds")
                .tag("receiver", receiver)
                .register(meters);
        Gauge.builder(PENDING, pending).tag("receiver", receiver).register(meters);
        Gauge.builder(ENABLED, enabled).tag("receiver", receiver).register(meters);
    }

    private synchronized boolean isFirst(String revision) {
        boolean first = accepted.putIfAbsent(revision, true) == null;
        if (accepted.size() > REMEMBERED) {
            accepted.remove(accepted.keySet().iterator().next());
        }
        return first;
    }
}
