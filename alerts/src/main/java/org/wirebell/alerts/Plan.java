package org.wirebell.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.wirebell.alerts.decide.DeskState;
import org.wirebell.alerts.decide.Errand;
import org.wirebell.alerts.decide.Memory;
import org.wirebell.alerts.decide.OpenFigure;
import org.wirebell.alerts.decide.Orders;
import org.wirebell.alerts.decide.Planned;
import org.wirebell.alerts.decide.Planner;
import org.wirebell.alerts.decide.Question;
import org.wirebell.alerts.decide.Shelf;
import org.wirebell.alerts.decide.Standing;
import org.wirebell.alerts.decide.Waiting;
import org.wirebell.model.Topics;

/** Runs the {@link Planner} over state stores; everything of a desk is in one task, and its clock ticks each second. */
record Plan(Supplier<Orders> orders, AlertsMeters meters)
        implements ProcessorSupplier<String, Question, String, Planned> {
    static final String STANDINGS = "alert-standings";
    private static final String DESKS = "desks";
    private static final String WAITING = "waiting";
    private static final String OPEN = "open-figures";
    private static final String AGENDA = "agenda";
    private static final Duration TICK = Duration.ofSeconds(1);

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                store(STANDINGS, Standing.class),
                store(DESKS, DeskState.class),
                store(WAITING, Waiting.class),
                store(OPEN, OpenFigure.class),
                store(AGENDA, Errand.class));
    }

    private static <V> StoreBuilder<?> store(String name, Class<V> type) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Topics.serde(type));
    }

    @Override
    @SuppressWarnings("NullAway.Init") // Kafka calls init before anything else
    public Processor<String, Question, String, Planned> get() {
        return new Processor<>() {
            private ProcessorContext<String, Planned> context;
            private Planner planner;

            @Override
            public void init(ProcessorContext<String, Planned> context) {
                this.context = context;
                this.planner = new Planner(
                        new Memory(shelf(STANDINGS), shelf(DESKS), shelf(WAITING), shelf(OPEN), shelf(AGENDA)));
                context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
            }

            @Override
            public void process(Record<String, Question> record) {
                var at = Instant.ofEpochMilli(record.timestamp());
                var now = Instant.ofEpochMilli(context.currentSystemTimeMs());
                tell(
                        meters.timed("decide", () -> planner.answer(orders.get(), record.value(), at, now)),
                        record.timestamp());
            }

            private void tick(long now) {
                tell(planner.tick(orders.get(), Instant.ofEpochMilli(now)), now);
            }

            private void tell(Planned planned, long timestamp) {
                meters.planned(planned);
                if (!planned.isEmpty()) {
                    context.forward(new Record<>("", planned, timestamp));
                }
            }

            private <V> Shelf<V> shelf(String name) {
                KeyValueStore<String, V> store = context.getStateStore(name);
                return new StoreShelf<>(store);
            }
        };
    }

    /** A state store as a shelf. */
    private record StoreShelf<V>(KeyValueStore<String, V> store) implements Shelf<V> {
        @Override
        public Optional<V> get(String key) {
            return Optional.ofNullable(store.get(key));
        }

        @Override
        public void put(String key, V value) {
            store.put(key, value);
        }

        @Override
        public void remove(String key) {
            store.delete(key);
        }

        @Override
        public List<Map.Entry<String, V>> between(String from, String to, int most) {
            var found = new ArrayList<Map.Entry<String, V>>();
            try (var entries = store.range(from, to)) {
                while (found.size() < most && entries.hasNext()) {
                    var entry = entries.next();
                    if (!entry.key.equals(to)) {
                        found.add(new SimpleImmutableEntry<>(entry.key, entry.value));
                    }
                }
            }
            return found;
        }
    }
}
