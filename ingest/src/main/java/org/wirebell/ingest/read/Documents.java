package org.wirebell.ingest.read;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a format's reader found in one document, before the items are finished. */
record Documents(
        Format format,
        Optional<Problem.Why> problem,
        List<String> notes,
        String title,
        Optional<Duration> ttl,
        Pauses pauses,
        List<String> hubs,
        String self,
        List<Draft> drafts) {

    /** As above, from a publisher that may be asked at any time and does not say who it is. */
    Documents(
            Format format,
            Optional<Problem.Why> problem,
            List<String> notes,
            String title,
            Optional<Duration> ttl,
            List<String> hubs,
            List<Draft> drafts) {
        this(format, problem, notes, title, ttl, Pauses.NONE, hubs, "", drafts);
    }

    /** A wire document without any item is broken: agencies send none that are empty. */
    static Documents wire(Format format, List<String> notes, List<Draft> drafts) {
        drafts.forEach(Draft::needsHeadline);
        var problem = drafts.isEmpty() ? Optional.of(Problem.Why.BROKEN) : Optional.<Problem.Why>empty();
        return new Documents(format, problem, notes, "", Optional.empty(), List.of(), drafts);
    }

    static Documents none(Format format, Problem.Why why) {
        return new Documents(format, Optional.of(why), List.of(), "", Optional.empty(), List.of(), List.of());
    }
}
