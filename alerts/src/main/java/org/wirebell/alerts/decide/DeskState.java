package org.wirebell.alerts.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of a desk.
 *
 * @param buckets tokens left, one for each receiver that was told
 * @param minute when the minute began in which notices are counted
 * @param count notices of this minute
 * @param storm until when only flashes pass
 * @param digested when the digest is due that is planned
 */
public record DeskState(
        List<Bucket> buckets,
        Optional<Instant> minute,
        int count,
        Optional<Instant> storm,
        Optional<Instant> digested) {
    static final DeskState NONE = new DeskState(List.of(), Optional.empty(), 0, Optional.empty(), Optional.empty());
    private static final Duration MINUTE = Duration.ofMinutes(1);

    public DeskState {
        buckets = List.copyOf(buckets);
    }

    /** Tokens as they were at a moment. */
    public record Bucket(String receiver, double tokens, Instant at) {}

    boolean stormy(Instant now) {
        return storm.filter(now::isBefore).isPresent();
    }

    /** One more notice. */
    DeskState counted(Instant now) {
        boolean same = minute.filter(begun -> now.isBefore(begun.plus(MINUTE))).isPresent();
        return new DeskState(buckets, same ? minute : Optional.of(now), same ? count + 1 : 1, storm, digested);
    }

    /** Only flashes pass for the next minute. */
    DeskState storm(Instant until) {
        return new DeskState(buckets, minute, count, Optional.of(until), digested);
    }

    DeskState digested(Instant at) {
        return new DeskState(buckets, minute, count, storm, Optional.of(at));
    }

    /** Tokens that this receiver has now. */
    double tokens(String receiver, Newsdesk.Budget budget, Instant now) {
        return buckets.stream()
                .filter(bucket -> bucket.receiver().equals(receiver))
                .findFirst()
                .map(bucket -> Math.min(
                        budget.burst(),
                        bucket.tokens()
                                + Math.max(0, Duration.between(bucket.at(), now).toMillis())
                                        * budget.perHour()
                                        / 3_600_000.0))
                .orElse((double) budget.burst());
    }

    DeskState spent(String receiver, Newsdesk.Budget budget, Instant now) {
        var left = new ArrayList<>(buckets);
        left.removeIf(bucket -> bucket.receiver().equals(receiver));
        left.add(new Bucket(receiver, tokens(receiver, budget, now) - 1, now));
        return new DeskState(left, minute, count, storm, digested);
    }

    /** When this receiver has a token again. */
    Instant refilled(String receiver, Newsdesk.Budget budget, Instant now) {
        double missing = Math.max(0, 1 - tokens(receiver, budget, now));
        return now.plusMillis((long) Math.ceil(missing * 3_600_000 / budget.perHour()));
    }
}
