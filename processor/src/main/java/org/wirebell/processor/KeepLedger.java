package org.wirebell.processor;

import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.wirebell.model.trace.Fact;
import org.wirebell.model.trace.Step;
import org.wirebell.model.trace.Traces;
import org.wirebell.processor.ledger.Ledger;
import org.wirebell.processor.ledger.Outcome;
import org.wirebell.processor.ledger.Posting;

/** Applies postings to the books of their scene; a few reads and writes each, however many series there are. */
record KeepLedger(Ledger ledger, ProcessorMeters meters, Traces traces)
        implements ProcessorSupplier<String, Posting, String, Outcome> {
    @Override
    public Set<StoreBuilder<?>> stores() {
        return LedgerShelf.stores();
    }

    @Override
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
    public Processor<String, Posting, String, Outcome> get() {
        return new Processor<>() {
            private ProcessorContext<String, Outcome> context;
            private LedgerShelf shelf;

            @Override
            public void init(ProcessorContext<String, Outcome> context) {
                this.context = context;
                this.shelf = new LedgerShelf( // anew: a task that is revived after an abort starts from its stores
                        context.getStateStore(LedgerShelf.BOOKS), context.getStateStore(LedgerShelf.SCENES));
            }

            @Override
            public void process(Record<String, Posting> record) {
                traces.step(Step.KEEP, record.headers(), onward -> keep(record.withHeaders(onward)));
                StreamsSettings.EARLY.get().ask(record.timestamp(), context.currentSystemTimeMs(), context::commit);
            }

            private void keep(Record<String, Posting> record) {
                var posting = record.value();
                var scene = shelf.scene(posting.scene());
                var outcome = meters.timed("ledger", () -> ledger.apply(shelf::book, posting, scene));
                shelf.keep(posting.scene(), outcome);
                outcome.updates().forEach(meters::update);
                Traces.note(Fact.UPDATES, outcome.updates().size());
                context.forward(record.withValue(outcome));
            }
        };
    }
}
