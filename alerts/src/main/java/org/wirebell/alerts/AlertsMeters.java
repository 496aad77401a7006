package org.wirebell.alerts;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.alerts.decide.Decision;
import org.wirebell.alerts.decide.Planned;
import org.wirebell.alerts.decide.Rule;
import org.wirebell.alerts.decide.Waiting;
import org.wirebell.model.Alert;
import org.wirebell.model.Silence;

/** Every meter of the planner; those of delivery are in {@code edge}. */
public final class AlertsMeters {
    private static final Logger LOG = LoggerFactory.getLogger(AlertsMeters.class);

    private static final Duration[] ACKNOWLEDGED = {
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(2)
    };

    private final MeterRegistry registry;
    /** Looked up once: a look into the registry at each record is dear. */
    private final Map<String, Timer> stages = new ConcurrentHashMap<>();

    private final InstantSource clock;
    private final AtomicInteger loaded = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private volatile Set<String> quarantined = Set.of();
    private volatile List<Silence> silences = List.of();

    AlertsMeters(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
        Gauge.builder("wirebell.rules.loaded", loaded::get)
                .tag("outcome", "ready")
                .register(registry);
        Gauge.builder("wirebell.rules.loaded", left::get)
                .tag("outcome", "broken")
                .register(registry);
        Gauge.builder("wirebell.rules.loaded", () -> quarantined.size())
                .tag("outcome", "quarantined")
                .register(registry);
        Gauge.builder("wirebell.silences.active", () -> inForce().count()).register(registry);
        Gauge.builder("wirebell.silences.oldest", this::oldestSilence)
                .baseUnit("seconds")
                .description("how long the oldest silence has been in force")
                .register(registry);
        died(); // both are there from the start: a rise from nothing is no rise
        lost();
    }

    /**
     * {@code wirebell.alerts.revised} by priority and reason, {@code wirebell.notices.planned} by kind, {@code
     * wirebell.alerts.planned} in seconds from receipt to decision, {@code wirebell.alerts.suppressed} by reason: answers that
     * were none, notices that wait, and notices that are not to go. {@code wirebell.budget.exhausted} by desk, and {@code
     * wirebell.alert.ack} by priority, in seconds from receipt of what a revision tells to the word that somebody has seen it.
     */
    void planned(Planned planned) {
        planned.alerts()
                .forEach(alert -> registry.counter(
                                "wirebell.alerts.revised",
                                "priority",
                                word(alert.priority()),
                                "reason",
                                word(alert.reason()))
                        .increment());
        planned.notices().forEach(notice -> {
            if (notice.goes()) {
                registry.counter("wirebell.notices.planned", "kind", word(notice.kind()))
                        .increment();
            } else if (planned.decision()
                    .filter(Decision.Silent.class::isInstance)
                    .isEmpty()) {
                suppressed(notice.silence().replaceFirst(":.*", ""));
            }
        });
        planned.kept().forEach(this::kept);
        planned.acknowledged().ifPresent(this::acknowledged);
        planned.hushed().ifPresent(why -> suppressed(why.replaceFirst(":.*", "")));
        planned.decision().ifPresent(this::decided);
    }

    private void decided(Decision decision) {
        switch (decision) {
            case Decision.Speak speak ->
                Timer.builder("wirebell.alerts.planned")
                        .tag("priority", word(speak.alert().priority()))
                        .publishPercentileHistogram()
                        .register(registry)
                        .record(Duration.between(speak.alert().received(), clock.instant()));
            case Decision.Silent silent -> suppressed(word(silent.why()));
        }
    }

    private void kept(Waiting waiting) {
        suppressed(word(waiting.why()));
        if (waiting.why() == Waiting.Why.OVER_BUDGET) {
            exhausted(waiting.notice().alert().desk()).increment();
        }
    }

    /** The desks that there are; each has its budget. */
    void desks(Set<String> names) {
        names.forEach(this::exhausted); // there from the start
        exhausted(Rule.DESK);
    }

    private Counter exhausted(String desk) {
        return registry.counter("wirebell.budget.exhausted", "desk", desk);
    }

    private void acknowledged(Alert alert) {
        alert.handled()
                .ack()
                .ifPresent(ack -> Timer.builder("wirebell.alert.ack")
                        .tag("priority", word(alert.priority()))
                        .serviceLevelObjectives(ACKNOWLEDGED)
                        .register(registry)
                        .record(Duration.between(alert.received(), ack.at())));
    }

    private void suppressed(String why) {
        registry.counter("wirebell.alerts.suppressed", "why", why).increment();
    }

    /** {@code wirebell.silences.active} and {@code wirebell.silences.oldest}. */
    void silences(List<Silence> all) {
        silences = List.copyOf(all);
    }

    private Stream<Silence> inForce() {
        var now = clock.instant();
        return silences.stream().filter(silence -> silence.covers(now));
    }

    private long oldestSilence() {
        var now = clock.instant();
        return inForce()
                .mapToLong(silence -> Duration.between(silence.from(), now).toSeconds())
                .max()
                .orElse(0);
    }

    /** {@code wirebell.rules.loaded} by outcome: ready, broken or quarantined. */
    void rules(int ready, int broken) {
        loaded.set(ready);
        left.set(broken);
    }

    /** The rules that ran away, with the reasons, by id; a new one is logged. */
    void quarantined(Map<String, String> now) {
        if (!now.keySet().equals(quarantined)) {
            tell(now);
        }
    }

    private synchronized void tell(Map<String, String> now) {
        now.forEach((id, why) -> {
            if (!quarantined.contains(id)) {
                LOG.error("alerts: rule {} is quarantined, the others go on: {}", id, why);
            }
        });
        quarantined = Set.copyOf(now.keySet());
    }

    /** {@code wirebell.orders.lost}: changes of rules and silences do not arrive any more. */
    void ordersLost() {
        lost().increment();
    }

    private Counter lost() {
        return registry.counter("wirebell.orders.lost");
    }

    /** {@code wirebell.records.dead} by step: what the planner gave up on. */
    void dead(String step) {
        registry.counter("wirebell.records.dead", "room", "alerts", "step", step)
                .increment();
    }

    /** {@code wirebell.threads.died}. */
    void threadDied() {
        died().increment();
    }

    private Counter died() {
        return registry.counter("wirebell.threads.died", "room", "alerts");
    }

    /** {@code wirebell.stage.run} by stage, in seconds. */
    <T> T timed(String stage, Supplier<T> work) {
        return stages.computeIfAbsent(
                        stage,
                        name -> Timer.builder("wirebell.stage.run")
                                .tag("stage", name)
                                .publishPercentileHistogram()
                                .register(registry))
                .record(work);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
