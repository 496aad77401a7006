package org.wirebell.alerts.edge;

import org.wirebell.model.trace.Fact;
import org.wirebell.model.trace.Traces;

/**
 * What delivery tells of an attempt in its trace. Details are left out: they quote what receivers answer, and may name
 * addresses.
 */
final class Noted {
    private Noted() {}

    static void of(String receiver, Work work) {
        Traces.note(Fact.RECEIVER, receiver);
        Traces.note(Fact.NOTICE, work.notice().id());
        Traces.note(Fact.ALERT, work.alert());
        Traces.note(Fact.REVISION, work.revision());
        Traces.note(Fact.ATTEMPT, work.attempts());
    }

    static void of(Delivery answer) {
        switch (answer) {
            case Delivery.Sent _ -> Traces.note(Fact.OUTCOME, "sent");
            case Delivery.Later _ -> failed("later");
            case Delivery.Off _ -> failed("off");
            case Delivery.Refused refused -> {
                failed("refused");
                Traces.note(Fact.WHY, refused.why());
            }
            case Delivery.Skipped skipped -> {
                Traces.note(Fact.OUTCOME, "skipped");
                Traces.note(Fact.WHY, skipped.why());
            }
        }
    }

    private static void failed(String outcome) {
        Traces.note(Fact.OUTCOME, outcome);
        Traces.failed();
    }
}
