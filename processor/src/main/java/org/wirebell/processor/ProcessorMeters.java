package org.wirebell.processor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.wirebell.model.Story;
import org.wirebell.model.Update;

/** Every meter of this room. */
public final class ProcessorMeters {
    private final MeterRegistry registry;
    /** Looked up once: a look into the registry at each item is dear. */
    private final Map<String, Timer> stages = new ConcurrentHashMap<>();

    public ProcessorMeters(MeterRegistry registry) {
        this.registry = registry;
        died(); // both are there from the start: a rise from nothing is no rise
        merged();
    }

    /** {@code wirebell.items.processed}, outcome new or repeat. */
    void item(boolean repeat) {
        registry.counter("wirebell.items.processed", "outcome", repeat ? "repeat" : "new")
                .increment();
    }

    /** {@code wirebell.claims.read}: figures that count in the ledger. */
    void claims(int count) {
        registry.counter("wirebell.claims.read").increment(count);
    }

    /** {@code wirebell.updates.made} by kind. */
    void update(Update update) {
        registry.counter("wirebell.updates.made", "kind", update.kind().name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** {@code wirebell.story.merged}: stories that were found to be part of another. */
    void stories(List<Story> changed) {
        merged().increment(changed.stream().filter(Story::gone).count());
    }

    private Counter merged() {
        return registry.counter("wirebell.story.merged");
    }

    /** {@code wirebell.records.dead} by step: what the processor gave up on. */
    void dead(String step) {
        registry.counter("wirebell.records.dead", "room", "processor", "step", step)
                .increment();
    }

    /** {@code wirebell.threads.died}. */
    void threadDied() {
        died().increment();
    }

    private Counter died() {
        return registry.counter("wirebell.threads.died", "room", "processor");
    }

    /** {@code wirebell.stage.run} by stage, in seconds. */
    <A, B> Function<A, B> timed(String stage, Function<A, B> work) {
        var timer = timer(stage);
        return a -> timer.record(() -> work.apply(a));
    }

    <T> T timed(String stage, Supplier<T> work) {
        return timer(stage).record(work);
    }

    private Timer timer(String stage) {
        return stages.computeIfAbsent(
                stage,
                name -> Timer.builder("wirebell.stage.run")
                        .tag("stage", name)
                        .publishPercentileHistogram()
                        .register(registry));
    }
}
