package org.wirebell.alerts;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.wirebell.model.Dead;
import org.wirebell.model.trace.Traces;

/** What happens to a poison record: Kafka Streams writes it to the dead topic and goes on; we count it. */
public final class DeadLetters {
    /** Setting that carries the {@link AlertsMeters} to the handlers, which Kafka constructs. */
    static final String METERS = "wirebell.meters";

    private DeadLetters() {}

    private static void count(Object meters, String step) {
        if (meters instanceof AlertsMeters known) {
            known.dead(step);
        }
    }

    /** Bytes that are no event. */
    public static final class Unreadable extends LogAndContinueExceptionHandler {
        private Object meters = "";

        @Override
        public void configure(Map<String, ?> settings) {
            super.configure(settings);
            meters = settings.containsKey(METERS) ? settings.get(METERS) : meters;
        }

        @Override
        public Response handleError(ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception why) {
            count(meters, "read");
            return super.handleError(context, record, why);
        }
    }

    /** An event on which a step of ours failed. Where a store or a broker did, the role stops, and reads the event once more when it is back. */
    public static final class Failing extends LogAndContinueProcessingExceptionHandler {
        private Object meters = "";

        @Override
        public void configure(Map<String, ?> settings) {
            super.configure(settings);
            meters = settings.containsKey(METERS) ? settings.get(METERS) : meters;
        }

        @Override
        public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception why) {
            if (!Dead.isToBlame(why)) {
                return Response.fail();
            }
            count(meters, "process");
            Traces.failed();
            return super.handleError(context, record, why);
        }
    }
}
