package org.wirebell.alerts;

import java.time.Instant;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
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
import org.wirebell.alerts.decide.OpenFigures;
import org.wirebell.alerts.decide.Orders;
import org.wirebell.alerts.decide.Planned;
import org.wirebell.alerts.decide.Planner;
import org.wirebell.alerts.decide.Question;
import org.wirebell.alerts.decide.Shelf;
import org.wirebell.alerts.decide.Standing;
import org.wirebell.alerts.decide.Waiting;
import org.wirebell.model.Alarm;
import org.wirebell.model.Topics;
import org.wirebell.model.trace.Step;
import org.wirebell.model.trace.Traces;

/**
 * Runs the {@link Planner} over state stores; everything of a desk is in one task, which wakes when something is due.
 * What comes of a question belongs to its trace, a notice that waits too; what time alone brings about, such as an
 * escalation or a digest, to none.
 */
record Plan(Supplier<Orders> orders, AlertsMeters meters, Traces traces)
        implements ProcessorSupplier<String, Question, String, Planned> {
    static final String STANDINGS = "alert-standings";
    private static final String DESKS = "desks";
    private static final String WAITING = "waiting";
    private static final String OPEN = "open-figures";
    private static final String AGENDA = "agenda";

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
            private Alarm alarm;

            @Override
            public void init(ProcessorContext<String, Planned> context) {
                this.context = context;
                this.alarm =
                        new Alarm(wait -> context.schedule(wait, PunctuationType.WALL_CLOCK_TIME, this::tick)::cancel);
                this.planner = new Planner(new Memory(
                        shelf(STANDINGS),
                        shelf(DESKS),
                        shelf(WAITING, Plan::traced),
                        new OpenFigures(shelf(OPEN)),
                        shelf(AGENDA, this::due)));
                alarm.set(planner.due(), now());
            }

            @Override
            public void process(Record<String, Question> record) {
                traces.step(Step.DECIDE, record.headers(), onward -> answer(record.withHeaders(onward)));
            }

            private void answer(Record<String, Question> record) {
                var question = record.value();
                var at = Instant.ofEpochMilli(record.timestamp());
                var planned = meters.timed("decide", () -> planner.answer(orders.get(), question, at, now()));
                Noted.of(question, planned);
                tell(planned, record.timestamp(), record.headers());
            }

            private void tick(long now) {
                tell(planner.tick(orders.get(), Instant.ofEpochMilli(now)), now, new RecordHeaders());
                alarm.set(planner.due(), now());
            }

            private Errand due(Errand errand) {
                alarm.add(errand.due(), now());
                return errand;
            }

            private Instant now() {
                return Instant.ofEpochMilli(context.currentSystemTimeMs());
            }

            private void tell(Planned planned, long timestamp, Headers headers) {
                meters.planned(planned);
                if (!planned.isEmpty()) {
                    context.forward(new Record<>("", planned, timestamp, headers));
                    long now = context.currentSystemTimeMs();
                    StreamsSettings.EARLY.get().ask(now, now, context::commit);
                }
            }

            private <V> Shelf<V> shelf(String name) {
                return shelf(name, UnaryOperator.identity());
            }

            private <V> Shelf<V> shelf(String name, UnaryOperator<V> kept) {
                KeyValueStore<String, V> store = context.getStateStore(name);
                return new StoreShelf<>(store, kept);
            }
        };
    }

    /** A notice that waits remembers the trace that it belongs to. */
    private static Waiting traced(Waiting waiting) {
        var notice = waiting.notice();
        var parent = Traces.current();
        return parent.isEmpty() || !Traces.parent(notice.more()).isEmpty()
                ? waiting
                : new Waiting(
                        notice.with(Traces.keeping(notice.more(), parent)),
                        waiting.why(),
                        waiting.since(),
                        waiting.due());
    }

    /** A state store as a shelf, and what becomes of a value that is put there. */
    private record StoreShelf<V>(KeyValueStore<String, V> store, UnaryOperator<V> kept) implements Shelf<V> {
        @Override
        public Optional<V> get(String key) {
            return Optional.ofNullable(store.get(key));
        }

        @Override
        public void put(String key, V value) {
            store.put(key, kept.apply(value));
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
