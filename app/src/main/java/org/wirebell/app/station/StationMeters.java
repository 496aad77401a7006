package org.wirebell.app.station;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** What a process tells of itself, whatever roles run in it; and which of Kafka's thousands of numbers are worth keeping. */
final class StationMeters implements AutoCloseable {
    /** The others are Kafka's own (docs/operations.md names all that are kept). */
    private static final Set<String> KEPT = Set.of(
            "kafka.stream.alive.stream.threads",
            "kafka.stream.task.dropped.records.total",
            "kafka.stream.task.restore.remaining.records.total",
            "kafka.stream.task.process.latency.max",
            "kafka.stream.thread.commit.latency.max",
            "kafka.stream.thread.process.latency.max",
            "kafka.stream.state.estimate.num.keys",
            "kafka.stream.state.total.sst.files.size",
            "kafka.consumer.fetch.manager.records.lag.max");

    private final MeterRegistry registry;
    private final JvmGcMetrics collections = new JvmGcMetrics();

    StationMeters(MeterRegistry registry) {
        this.registry = registry;
        registry.config()
                .meterFilter(MeterFilter.deny(id -> id.getName().startsWith("kafka.") && !KEPT.contains(id.getName())));
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        collections.bindTo(registry);
        Gauge.builder("wirebell.build.info", () -> 1)
                .description("1; the version is the tag")
                .tag("version", version())
                .register(registry);
    }

    /** From the jar's manifest. */
    static String version() {
        return Optional.ofNullable(StationMeters.class.getPackage().getImplementationVersion())
                .orElse("unpackaged");
    }

    /** {@code wirebell.traces.spans}: spans by what became of them. */
    Counter spans(String outcome) {
        return Counter.builder("wirebell.traces.spans").tag("outcome", outcome).register(registry);
    }

    /** {@code wirebell.part.ready}: 1 for a part that says it is ready. */
    void part(String part, BooleanSupplier ready) {
        Gauge.builder("wirebell.part.ready", () -> ready.getAsBoolean() ? 1 : 0)
                .tag("part", part)
                .register(registry);
    }

    /** {@code disk.free} and {@code disk.total} of where we keep something. */
    void disk(Path folder) {
        new DiskSpaceMetrics(folder.toFile()).bindTo(registry);
    }

    /** {@code wirebell.canary.sent}. */
    Counter canary() {
        return Counter.builder("wirebell.canary.sent")
                .description("canaries that were dropped for ingest to read")
                .register(registry);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
