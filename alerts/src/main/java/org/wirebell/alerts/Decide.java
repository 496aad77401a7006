package org.wirebell.alerts;

import java.time.Instant;
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
import org.wirebell.alerts.decide.Decider;
import org.wirebell.alerts.decide.Decision;
import org.wirebell.alerts.decide.Question;
import org.wirebell.alerts.decide.RuleBook;
import org.wirebell.alerts.decide.Standing;
import org.wirebell.model.Topics;

/** Answers each question with the state of its alert at hand, and keeps that state. */
record Decide(RuleBook rules, AlertsMeters meters) implements ProcessorSupplier<String, Question, String, Decision> {
    static final String STORE = "standings";

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.String(), Topics.serde(Standing.class)));
    }

    @Override
    @SuppressWarnings("NullAway.Init") // Kafka calls init before anything else
    public Processor<String, Question, String, Decision> get() {
        return new Processor<>() {
            private ProcessorContext<String, Decision> context;
            private KeyValueStore<String, Standing> standings;

            @Override
            public void init(ProcessorContext<String, Decision> context) {
                this.context = context;
                this.standings = context.getStateStore(STORE);
            }

            @Override
            public void process(Record<String, Question> record) {
                var question = record.value();
                var known = Optional.ofNullable(standings.get(record.key()));
                if (!question.concerns(known)) {
                    return;
                }
                rules.rule(question.rule())
                        .ifPresent(
                                rule -> { // a rule may be gone since the question was put
                                    var decision = meters.timed(
                                            "decide",
                                            () -> Decider.decide(
                                                    rule,
                                                    question.about(),
                                                    question.happening(),
                                                    question.matched(),
                                                    known.orElse(Standing.NONE),
                                                    Instant.ofEpochMilli(record.timestamp())));
                                    standings.put(record.key(), decision.standing());
                                    meters.decided(decision);
                                    context.forward(record.withValue(decision));
                                });
            }
        };
    }
}
