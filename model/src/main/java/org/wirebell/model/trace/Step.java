package org.wirebell.model.trace;

import io.opentelemetry.api.trace.SpanKind;
import java.util.Locale;

/** What is done with an item; the name of a span. */
public enum Step {
    /** From its arrival to the acknowledgement of the broker. */
    RECEIVE(SpanKind.PRODUCER),
    /** Repeats dropped, embargoes kept, figures read. */
    READ(SpanKind.CONSUMER),
    /** Put among the others: copies, stories, claims. */
    JOIN(SpanKind.CONSUMER),
    /** One claim of it entered into the ledger. */
    KEEP(SpanKind.CONSUMER),
    /** One rule held against the item or against an update that it caused. */
    DECIDE(SpanKind.CONSUMER),
    /** One attempt to reach a receiver. */
    DELIVER(SpanKind.CLIENT);

    private final SpanKind kind;

    Step(SpanKind kind) {
        this.kind = kind;
    }

    SpanKind kind() {
        return kind;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
