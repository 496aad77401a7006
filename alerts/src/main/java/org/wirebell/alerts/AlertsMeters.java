package org.wirebell.alerts;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Supplier;
import org.wirebell.alerts.decide.Decision;

/** Every meter of the planner; those of delivery are in {@code edge}. */
public final class AlertsMeters {
    private final MeterRegistry registry;
    private final InstantSource clock;

    AlertsMeters(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * {@code wirebell.alerts.revised} by priority and reason, {@code wirebell.notices.planned} by kind, {@code
     * wirebell.alerts.planned} in seconds from receipt to decision, {@code wirebell.alerts.suppressed} by reason.
     */
    void decided(Decision decision) {
        decision.shown()
                .ifPresent(alert -> registry.counter(
                                "wirebell.alerts.revised",
                                "priority",
                                word(alert.priority()),
                                "reason",
                                word(alert.reason()))
                        .increment());
        switch (decision) {
            case Decision.Speak speak -> {
                speak.notices()
                        .forEach(notice -> registry.counter("wirebell.notices.planned", "kind", word(notice.kind()))
                                .increment());
                Timer.builder("wirebell.alerts.planned")
                        .tag("priority", word(speak.alert().priority()))
                        .publishPercentileHistogram()
                        .register(registry)
                        .record(Duration.between(speak.alert().received(), clock.instant()));
            }
            case Decision.Silent silent ->
                registry.counter("wirebell.alerts.suppressed", "why", word(silent.why()))
                        .increment();
        }
    }

    /** {@code wirebell.rules.loaded} by outcome, ready or broken. */
    void rules(int ready, int broken) {
        Gauge.builder("wirebell.rules.loaded", () -> ready)
                .tag("outcome", "ready")
                .register(registry);
        Gauge.builder("wirebell.rules.loaded", () -> broken)
                .tag("outcome", "broken")
                .register(registry);
    }

    /** {@code wirebell.records.dead} by step: what the planner gave up on. */
    void dead(String step) {
        registry.counter("wirebell.records.dead", "room", "alerts", "step", step)
                .increment();
    }

    /** {@code wirebell.threads.died}. */
    void threadDied() {
        registry.counter("wirebell.threads.died", "room", "alerts").increment();
    }

    /** {@code wirebell.stage.run} by stage, in seconds. */
    <T> T timed(String stage, Supplier<T> work) {
        return Timer.builder("wirebell.stage.run")
                .tag("stage", stage)
                .publishPercentileHistogram()
                .register(registry)
                .record(work);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
