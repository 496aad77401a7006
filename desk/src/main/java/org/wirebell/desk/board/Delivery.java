package org.wirebell.desk.board;

import java.time.Instant;
import java.util.Optional;
import org.wirebell.model.Notice;
import org.wirebell.model.Result;

/**
 * What became of one notice.
 *
 * @param kind absent while only the result is known
 * @param title of the alert as this notice told it; empty while only the result is known
 * @param outcome absent while nothing was tried
 * @param silence why it was not to be sent, in one bounded word; empty for what was
 * @param quiet told without a sound
 */
public record Delivery(
        String notice,
        String receiver,
        Optional<Notice.Kind> kind,
        int revision,
        String title,
        Optional<Result.Outcome> outcome,
        int attempts,
        Instant at,
        double latencySeconds,
        String detail,
        String silence,
        boolean quiet) {

    static Delivery of(Notice notice, Optional<Delivery> known) {
        return new Delivery(
                notice.id(),
                notice.receiver(),
                Optional.of(notice.kind()),
                notice.alert().revision(),
                notice.alert().title(),
                known.flatMap(Delivery::outcome),
                known.map(Delivery::attempts).orElse(0),
                known.map(Delivery::at).orElse(notice.planned()),
                known.map(Delivery::latencySeconds).orElse(0.0),
                known.map(Delivery::detail).orElse(""),
                notice.silence(),
                notice.quiet());
    }

    static Delivery of(Result result, Optional<Delivery> known) {
        return new Delivery(
                result.notice(),
                result.receiver(),
                known.flatMap(Delivery::kind),
                known.map(Delivery::revision).orElse(0),
                known.map(Delivery::title).orElse(""),
                Optional.of(result.outcome()),
                result.attempts(),
                result.at(),
                result.latencySeconds(),
                result.detail(),
                known.map(Delivery::silence).orElse(""),
                known.map(Delivery::quiet).orElse(false));
    }

    /** Whether it is to reach people, or did. */
    public boolean goes() {
        return silence.isEmpty()
                && outcome.filter(o -> o == Result.Outcome.SUPPRESSED).isEmpty();
    }
}
