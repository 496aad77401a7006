package org.wirebell.alerts.decide;

import java.util.List;
import java.util.Optional;
import org.wirebell.model.Alert;
import org.wirebell.model.Notice;

/**
 * What came of one question, action or moment.
 *
 * @param alerts as they are shown from now on
 * @param notices to be sent, and those that are not, with the reason
 * @param kept notices that wait from now on
 * @param hushed why an answer is shown on screens alone, where no notice says so
 * @param acknowledged as it stands now that a person has seen its newest revision
 * @param decision on the question, when it was one
 */
public record Planned(
        List<Alert> alerts,
        List<Notice> notices,
        List<Waiting> kept,
        Optional<String> hushed,
        Optional<Alert> acknowledged,
        Optional<Decision> decision) {
    public static final Planned NOTHING =
            new Planned(List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public Planned {
        alerts = List.copyOf(alerts);
        notices = List.copyOf(notices);
        kept = List.copyOf(kept);
    }

    public boolean isEmpty() {
        return alerts.isEmpty() && notices.isEmpty() && decision.isEmpty();
    }
}
