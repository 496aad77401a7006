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
import org.wirebell.model.Topics;
import org.wirebell.processor.ledger.Account;
import org.wirebell.processor.ledger.Ledger;
import org.wirebell.processor.ledger.Posting;
import org.wirebell.processor.ledger.Scene;

/** Applies postings to the accounts of their series; one read and one write each, however many series there are. */
record KeepLedger(Ledger ledger, ProcessorMeters meters)
        implements ProcessorSupplier<String, Posting, String, Ledger.Outcome> {
    static final String ACCOUNTS = "accounts";
    static final String SCENES = "scenes";

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(ACCOUNTS), Serdes.String(), Topics.serde(Account.class)),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(SCENES), Serdes.String(), Topics.serde(Scene.class)));
    }

    @Override
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
    public Processor<String, Posting, String, Ledger.Outcome> get() {
        return new Processor<>() {
            private ProcessorContext<String, Ledger.Outcome> context;
            private KeyValueStore<String, Account> accounts;
            private KeyValueStore<String, Scene> scenes;

            @Override
            public void init(ProcessorContext<String, Ledger.Outcome> context) {
                this.context = context;
                this.accounts = context.getStateStore(ACCOUNTS);
                this.scenes = context.getStateStore(SCENES);
            }

            @Override
            public void process(Record<String, Posting> record) {
                var posting = record.value();
                var account =
                        Optional.ofNullable(accounts.get(record.key())).orElseGet(() -> Account.open(posting.series()));
                var scene = Optional.ofNullable(scenes.get(posting.scene())).orElse(Scene.EMPTY);
                var outcome = meters.timed("ledger", () -> ledger.apply(account, posting, scene));
                accounts.put(record.key(), outcome.account());
                scenes.put(posting.scene(), outcome.scene());
                outcome.updates().forEach(meters::update);
                context.forward(record.withValue(outcome));
            }
        };
    }
}
