package org.wirebell.processor;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.wirebell.model.Item;
import org.wirebell.model.trace.Fact;
import org.wirebell.model.trace.Step;
import org.wirebell.model.trace.Traces;

/**
 * Lets each version of an item through once, however often it is delivered within the window. Here {@link Step#READ}
 * begins.
 */
record DropRepeats(Duration window, ProcessorMeters meters, Traces traces)
        implements FixedKeyProcessorSupplier<String, Item, Item> {
    static final String STORE = "repeats";
    /** No key comes twice, so there is nothing to compact: the broker would read all of it again and again in vain. */
    private static final Map<String, String> CHANGELOG =
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(STORE, window, Duration.ofMillis(1), false),
                        Serdes.String(),
                        Serdes.Long())
                .withLoggingEnabled(CHANGELOG));
    }

    @Override
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
    public FixedKeyProcessor<String, Item, Item> get() {
        return new FixedKeyProcessor<>() {
            private FixedKeyProcessorContext<String, Item> context;
            private WindowStore<String, Long> seen;

            @Override
            public void init(FixedKeyProcessorContext<String, Item> context) {
                this.context = context;
                this.seen = context.getStateStore(STORE);
            }

            @Override
            public void process(FixedKeyRecord<String, Item> record) {
                traces.step(Step.READ, record.headers(), onward -> pass(record.withHeaders(onward)));
                StreamsSettings.EARLY.get().ask(record.timestamp(), context.currentSystemTimeMs(), context::commit);
            }

            private void pass(FixedKeyRecord<String, Item> record) {
                var key = record.value().deliveryKey();
                long at = record.timestamp();
                boolean repeat;
                try (var earlier = seen.fetch(key, at - window.toMillis(), at + window.toMillis())) {
                    repeat = earlier.hasNext();
                }
                meters.item(repeat);
                Traces.note(Fact.OUTCOME, repeat ? "repeat" : "new");
                if (!repeat) {
                    seen.put(key, at, at);
                    context.forward(record);
                }
            }
        };
    }
}
