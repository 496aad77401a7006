package org.wirebell.alerts;

import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.wirebell.alerts.decide.Question;

/** Passes on what is asked, and has it committed soon. Questions are few: each is taken for fresh, however long its item was on the way. */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
final class Hasten implements FixedKeyProcessor<String, Question, Question> {
    private FixedKeyProcessorContext<String, Question> context;

    @Override
    public void init(FixedKeyProcessorContext<String, Question> context) {
        this.context = context;
    }

    @Override
    public void process(FixedKeyRecord<String, Question> record) {
        context.forward(record);
        long now = context.currentSystemTimeMs();
        StreamsSettings.EARLY.get().ask(now, now, context::commit);
    }
}
