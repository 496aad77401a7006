package org.wirebell.desk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.wirebell.model.Priority;

/** What the desk tells of itself. */
final class DeskMeters {
    private final MeterRegistry registry;
    private final AtomicInteger streams = new AtomicInteger();
    private final Counter dropped;
    private final Counter refused;
    private final Counter resets;

    DeskMeters(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("wirebell.desk.streams", streams, AtomicInteger::get)
                .description("live streams open now")
                .register(registry);
        dropped = counter("wirebell.desk.streams.dropped", "live streams cut because they lagged too far behind");
        refused = counter("wirebell.desk.streams.refused", "live streams refused because there were too many");
        resets = counter("wirebell.desk.streams.reset", "resumes from a position that is not held any longer");
    }

    void ready(Supplier<Boolean> ready) {
        Gauge.builder("wirebell.desk.ready", () -> ready.get() ? 1 : 0)
                .description("1 when the board holds what stood in the topics at start")
                .register(registry);
    }

    /** Alerts that are open now, by priority and whether somebody has them, and how long the oldest that nobody has waits. */
    void open(OpenAlerts alerts) {
        for (var priority : Priority.values()) {
            var word = priority.name().toLowerCase(Locale.ROOT);
            for (var acked : List.of(true, false)) {
                Gauge.builder("wirebell.alerts.open", () -> alerts.count(priority, acked))
                        .description("open alerts of the last day")
                        .tags("priority", word, "acked", acked ? "yes" : "no")
                        .register(registry);
            }
            Gauge.builder("wirebell.alerts.unacked.oldest", () -> alerts.oldest(priority))
                    .baseUnit("seconds")
                    .description(
                            "how long the oldest open alert of the last day waits for somebody who acknowledges it")
                    .tag("priority", word)
                    .register(registry);
        }
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    AtomicInteger streams() {
        return streams;
    }

    void dropped() {
        dropped.increment();
    }

    void refused() {
        refused.increment();
    }

    void reset() {
        resets.increment();
    }

    /**
     * @param page one of the routes, not the address
     */
    void request(String page, int status) {
        Counter.builder("wirebell.desk.requests")
                .description("answers by page and class of status")
                .tag("page", page)
                .tag("status", status / 100 + "xx")
                .register(registry)
                .increment();
    }

    void read(String topic) {
        Counter.builder("wirebell.desk.records.read")
                .description("records folded into the board")
                .tag("topic", topic)
                .register(registry)
                .increment();
    }

    void unreadable(String topic) {
        Counter.builder("wirebell.desk.records.unreadable")
                .description("records skipped because they could not be read")
                .tag("topic", topic)
                .register(registry)
                .increment();
    }
}
