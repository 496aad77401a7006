package org.wirebell.processor;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.wirebell.model.Alarm;
import org.wirebell.model.Item;
import org.wirebell.model.Topics;
import org.wirebell.model.WireSignal;
import org.wirebell.model.trace.Fact;
import org.wirebell.model.trace.Step;
import org.wirebell.model.trace.Traces;

/**
 * Keeps an embargoed version back until its time has come, or until a version comes that may be used. A kill goes
 * through at once and takes the waiting version away. A version that was kept back leaves with the moment of its
 * release as timestamp, and its trace goes on.
 */
record HoldEmbargoed(InstantSource clock, Traces traces) implements ProcessorSupplier<String, Item, String, Item> {
    static final String STORE = "embargoed";

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.String(), Topics.serde(Item.class)));
    }

    /** Whether the item has to wait at that moment. */
    static boolean waits(Item item, Instant now) {
        return !item.killed()
                && !item.says(WireSignal.RELEASE)
                && item.embargoed().filter(now::isBefore).isPresent();
    }

    @Override
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
    public Processor<String, Item, String, Item> get() {
        return new Processor<>() {
            private ProcessorContext<String, Item> context;
            private KeyValueStore<String, Item> waiting;
            private Alarm alarm;

            @Override
            public void init(ProcessorContext<String, Item> context) {
                this.context = context;
                this.waiting = context.getStateStore(STORE);
                this.alarm = new Alarm(
                        wait -> context.schedule(wait, PunctuationType.WALL_CLOCK_TIME, _ -> release())::cancel);
                alarm.add(clock.instant(), clock.instant()); // for what waited before
            }

            @Override
            public void process(Record<String, Item> record) {
                var item = record.value();
                if (waits(item, clock.instant())) {
                    waiting.put(record.key(), traced(item, Traces.current()));
                    item.embargoed().ifPresent(due -> alarm.add(due, clock.instant()));
                    Traces.note(Fact.OUTCOME, "held");
                } else {
                    // nothing waits without an alarm; a deletion is one more record in the changelog
                    if (alarm.isSet() && waiting.get(record.key()) != null) {
                        waiting.delete(record.key());
                    }
                    context.forward(record);
                }
            }

            private void release() {
                var now = clock.instant();
                var due = new ArrayList<Record<String, Item>>();
                var later = new ArrayList<Instant>();
                try (var all = waiting.all()) {
                    all.forEachRemaining(entry -> {
                        if (waits(entry.value, now)) {
                            entry.value.embargoed().ifPresent(later::add);
                        } else {
                            due.add(new Record<>(entry.key, entry.value, now.toEpochMilli()));
                        }
                    });
                }
                for (var record : due) {
                    waiting.delete(record.key());
                    var parent = Traces.parent(record.value().more());
                    traces.step(Step.READ, Traces.headers(parent), onward -> {
                        Traces.note(Fact.OUTCOME, "released");
                        context.forward(
                                record.withValue(traced(record.value(), "")).withHeaders(onward));
                    });
                }
                alarm.set(later.stream().min(Comparator.naturalOrder()), now);
            }

            private static Item traced(Item item, String parent) {
                return item.told(item.summary(), item.body(), item.notes(), Traces.keeping(item.more(), parent));
            }
        };
    }
}
