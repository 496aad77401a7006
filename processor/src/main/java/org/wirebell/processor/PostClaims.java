package org.wirebell.processor;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.wirebell.model.Finding;
import org.wirebell.model.Topics;
import org.wirebell.model.trace.Fact;
import org.wirebell.model.trace.Traces;
import org.wirebell.processor.ledger.Claims;
import org.wirebell.processor.ledger.FamilyClaims;
import org.wirebell.processor.ledger.Posting;

/** Turns each version of an item into what it changes in each book, knowing what its earlier versions claimed. */
record PostClaims(Claims claims, ProcessorMeters meters)
        implements ProcessorSupplier<String, Finding, String, Posting> {
    static final String STORE = "family-claims";

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.String(), Topics.serde(FamilyClaims.class)));
    }

    @Override
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
    public Processor<String, Finding, String, Posting> get() {
        return new Processor<>() {
            private ProcessorContext<String, Posting> context;
            private KeyValueStore<String, FamilyClaims> families;

            @Override
            public void init(ProcessorContext<String, Posting> context) {
                this.context = context;
                this.families = context.getStateStore(STORE);
            }

            @Override
            public void process(Record<String, Finding> record) {
                var reading = claims.of(record.value());
                meters.claims(reading.claims().size());
                Traces.note(Fact.CLAIMS, reading.claims().size());
                var known = Optional.ofNullable(families.get(record.key()));
                var next = known.orElse(FamilyClaims.NONE).with(record.value(), reading);
                if (known.isPresent() || !next.postings().isEmpty()) {
                    families.put(record.key(), next.claims());
                }
                next.postings()
                        .forEach(p -> context.forward(record.withKey(p.book()).withValue(p)));
            }
        };
    }
}
