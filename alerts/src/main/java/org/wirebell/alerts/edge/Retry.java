package org.wirebell.alerts.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.wirebell.model.Ids;
import org.wirebell.model.Notice;
import org.wirebell.model.Result;

/**
 * What follows from an attempt: done, or again and when. Pure: even the spread of ±20 % comes from the notice's id, so that
 * many notices for one receiver don't come back in the same second and a test sees the same waits.
 */
final class Retry {
    /** Waits after the first, second … attempt; the last one repeats until the notice expires. */
    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1));

    private static final double SPREAD = 0.2;

    private Retry() {}

    /** What to do with a notice next. */
    sealed interface Next {
        /** Try again at a moment; at the notice's expiry it is given up instead. */
        record Again(Instant at, String why) implements Next {}

        record Done(Result.Outcome outcome, String detail) implements Next {}
    }

    /** @param attempts how many have been made, the one that was answered included */
    static Next after(Delivery answer, Notice notice, int attempts, Instant now) {
        return switch (answer) {
            case Delivery.Sent sent -> new Next.Done(Result.Outcome.SENT, sent.detail());
            case Delivery.Refused refused ->
                new Next.Done(Result.Outcome.REFUSED, refused.why() + ": " + refused.detail());
            case Delivery.Skipped skipped -> new Next.Done(Result.Outcome.SUPPRESSED, skipped.why());
            case Delivery.Off off -> new Next.Done(Result.Outcome.REFUSED, "off: " + off.detail());
            case Delivery.Later later -> {
                var at = now.plus(wait(notice.id(), attempts, later.after()));
                yield new Next.Again(at.isBefore(notice.expires()) ? at : notice.expires(), later.why());
            }
        };
    }

    static boolean expired(Notice notice, Instant now) {
        return !now.isBefore(notice.expires());
    }

    /** Never shorter than the receiver asked for. */
    static Duration wait(String id, int attempts, Duration asked) {
        var planned = WAITS.get(Math.clamp(attempts - 1L, 0, WAITS.size() - 1));
        double part = Integer.parseInt(Ids.hash(id, Integer.toString(attempts)).substring(0, 4), 16) / 65_535.0;
        var spread = Duration.ofMillis(Math.round(planned.toMillis() * (1 - SPREAD + 2 * SPREAD * part)));
        return spread.compareTo(asked) < 0 ? asked : spread;
    }
}
