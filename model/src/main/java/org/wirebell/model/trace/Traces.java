package org.wirebell.model.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.wirebell.model.Item;

/**
 * Records what is done with items, where that is wanted. Only the arrival of an item begins a trace; every other step
 * goes on with the one that its record names in the header {@value #PARENT} (W3C Trace Context), and does nothing
 * besides its work when the record names none. What waits in a store keeps the same text among its further fields.
 * Where traces are off nothing is recorded and no header is written.
 */
public final class Traces {
    /** Header of a record or request, and field of what waits. */
    public static final String PARENT = "traceparent";

    public static final Traces OFF = new Traces(Optional.empty());

    private static final TextMapGetter<String> TEXT = (parent, key) -> key.equals(PARENT) ? parent : null;

    private final Optional<Tracer> tracer;

    private Traces(Optional<Tracer> tracer) {
        this.tracer = tracer;
    }

    public static Traces of(Tracer tracer) {
        return new Traces(Optional.of(tracer));
    }

    /** What is done in a step. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T done() throws E;
    }

    /**
     * Begins {@link Step#RECEIVE}; who calls ends it.
     *
     * @param sender the trace of who sent it, which is gone on with if it is recorded there; may be empty
     */
    public Span arrival(Item item, Instant at, String sender) {
        if (tracer.isEmpty()) {
            return Span.getInvalid();
        }
        var theirs = context(sender);
        return tracer.get()
                .spanBuilder(Step.RECEIVE.word())
                .setSpanKind(Step.RECEIVE.kind())
                .setParent(recorded(theirs) ? theirs : Context.root())
                .setStartTimestamp(at)
                .setAttribute(Fact.ITEM.key(), item.family())
                .setAttribute(Fact.SOURCE.key(), item.source())
                .setAttribute(Fact.FORMAT.key(), item.format())
                .startSpan();
    }

    /** Does this as a step of the trace, which is the current one meanwhile. */
    public <T, E extends Exception> T step(Step step, String parent, Work<T, E> work) throws E {
        var before = tracer.isEmpty() || parent.isEmpty() ? Context.root() : context(parent);
        if (!recorded(before)) {
            return work.done();
        }
        var span = tracer.orElseThrow()
                .spanBuilder(step.word())
                .setSpanKind(step.kind())
                .setParent(before)
                .startSpan();
        boolean done = false;
        try (var _ = span.makeCurrent()) {
            var result = work.done();
            done = true;
            return result;
        } finally {
            if (!done) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }

    /** As above, for a record with these headers; what comes of it is to have those that the work is given. */
    public void step(Step step, Headers headers, Consumer<Headers> work) {
        var parent = tracer.isEmpty() ? "" : parent(headers);
        step(step, parent, () -> {
            var onward = parent.isEmpty() ? headers : onward(headers);
            work.accept(onward);
            return onward;
        });
    }

    private static Headers onward(Headers headers) {
        var onward = new RecordHeaders(headers);
        mark(Span.current(), onward);
        return onward;
    }

    /** Lets a record go on with this span, if it is recorded. */
    public static void mark(Span span, Headers headers) {
        if (span.getSpanContext().isSampled()) {
            headers.remove(PARENT).add(PARENT, text(span).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The trace that a record belongs to; empty when it belongs to none. */
    public static String parent(Headers headers) {
        var header = headers.lastHeader(PARENT);
        return header == null ? "" : new String(header.value(), StandardCharsets.US_ASCII);
    }

    /** The trace that something belongs to which waited; empty when it belongs to none. */
    public static String parent(Map<String, Object> more) {
        return more.get(PARENT) instanceof String parent ? parent : "";
    }

    /** Further fields with the trace among them, or without one when it is empty. */
    public static Map<String, Object> keeping(Map<String, Object> more, String parent) {
        if (parent.equals(parent(more))) {
            return more;
        }
        var fields = new HashMap<>(more);
        fields.remove(PARENT);
        if (!parent.isEmpty()) {
            fields.put(PARENT, parent);
        }
        return Map.copyOf(fields);
    }

    /** Headers of a record that belongs to this trace; none when it is empty. */
    public static Headers headers(String parent) {
        var headers = new RecordHeaders();
        return parent.isEmpty() ? headers : headers.add(PARENT, parent.getBytes(StandardCharsets.US_ASCII));
    }

    /** The step that this thread is in; empty when none is recorded. */
    public static String current() {
        return recording() ? text(Span.current()) : "";
    }

    /** Whether this thread is in a step that is recorded: where it is not, what a note would tell need not be found out. */
    public static boolean recording() {
        return Span.current().getSpanContext().isSampled();
    }

    /** Tells something of the step that this thread is in. */
    public static void note(Fact fact, String value) {
        Span.current().setAttribute(fact.key(), value);
    }

    public static void note(Fact fact, long value) {
        Span.current().setAttribute(fact.key(), value);
    }

    /** The step that this thread is in did not do what it should. */
    public static void failed() {
        Span.current().setStatus(StatusCode.ERROR);
    }

    private static Context context(String parent) {
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), parent, TEXT);
    }

    private static boolean recorded(Context context) {
        return Span.fromContext(context).getSpanContext().isSampled();
    }

    private static String text(Span span) {
        var context = span.getSpanContext();
        return "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                + context.getTraceFlags().asHex();
    }
}
