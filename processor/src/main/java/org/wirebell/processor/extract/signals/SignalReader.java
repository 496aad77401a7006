package org.wirebell.processor.extract.signals;

import java.util.List;
import org.wirebell.model.Signal;

/** Reads signals of escalation and de-escalation. Built once, shared by all threads. */
public final class SignalReader {
    private SignalReader() {}

    public static SignalReader standard() {
        return new SignalReader();
    }

    /** The signals of headline and body in order, each tag at most once in each of the two. */
    public List<Signal> read(String headline, String body, String language) {
        return List.of();
    }
}
