package org.wirebell.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.Told;
import org.wirebell.model.Alert;
import org.wirebell.model.Handling;
import org.wirebell.model.Priority;

/** The open alerts of the last day, counted for those who watch the desk. One look at the board serves all that is asked within a second. */
final class OpenAlerts {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Board board;
    private final InstantSource clock;
    private Instant looked = Instant.MIN;
    private List<Alert> open = List.of();

    OpenAlerts(Board board, InstantSource clock) {
        this.board = board;
        this.clock = clock;
    }

    long count(Priority priority, boolean acked) {
        var now = clock.instant();
        return open(now).stream()
                .filter(alert -> alert.priority() == priority && acked(alert, now) == acked)
                .count();
    }

    /** Seconds since the receipt of the oldest of this priority that nobody has acknowledged; 0 when there is none. */
    long oldest(Priority priority) {
        var now = clock.instant();
        return open(now).stream()
                .filter(alert -> alert.priority() == priority && !acked(alert, now))
                .mapToLong(alert -> Duration.between(alert.received(), now).toSeconds())
                .max()
                .orElse(0);
    }

    private synchronized List<Alert> open(Instant now) {
        if (now.isAfter(looked.plus(FRESH)) || now.isBefore(looked)) {
            looked = now;
            open = board.alerts().stream()
                    .map(Told::alert)
                    .filter(alert -> alert.state() == Alert.State.OPEN
                            && alert.received().isAfter(now.minus(DAY)))
                    .toList();
        }
        return open;
    }

    private static boolean acked(Alert alert, Instant now) {
        return alert.handled()
                .ack()
                .map(Handling.Ack::until)
                .filter(now::isBefore)
                .isPresent();
    }
}
