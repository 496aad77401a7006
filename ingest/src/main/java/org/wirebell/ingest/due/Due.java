package org.wirebell.ingest.due;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.wirebell.model.FeedState;

/**
 * Decides when a source is polled next. Bounds asked for by the publisher are never undercut, and jitter only adds, so a
 * source is never asked early. The jitter depends on the source id alone: a restart keeps the spread. Between the bounds a source
 * is polled as often as its news calls for.
 */
public record Due(Pace pace) {
    /** Up to a tenth of the interval is added. */
    private static final double JITTER = 0.1;
    /** Sources that are due at the start are spread over this time at most, so that a restart is no burst. */
    private static final Duration START = Duration.ofSeconds(5);
    /** 2^20 intervals is beyond any ceiling. */
    private static final int MOST_DOUBLINGS = 20;
    /** 2^32 over the golden ratio: what differs by little, as the hash codes of similar names do, comes to lie far apart. */
    private static final int GOLDEN = 0x9E3779B1;

    /** A publisher that has gone is looked for once a week in the end: some come back. */
    private static final Duration GONE = Duration.ofDays(7);
    /** A server may ask for this much and no more (88 hours have been seen). */
    private static final Duration MOST_RETRY_AFTER = Duration.ofDays(1);

    /** The next poll, given the state after this one. */
    public Instant next(FeedState state, SourceConfig source, Outcome outcome, Instant now) {
        var plain = interval(source);
        var next = switch (outcome) {
            case Outcome.Answered answered -> {
                var interval = interval(state, source, now);
                yield now.plus(max(interval, asked(source, answered))).plus(share(state.source(), interval, JITTER));
            }
            case Outcome.Failed(var why, var retryAfter) ->
                now.plus(max(backOff(plain, why, state.failures()), patience(retryAfter)))
                        .plus(share(state.source(), plain, JITTER));
        };
        return source.every().isPresent() ? next : Rest.of(state.more()).after(next);
    }

    /** The first poll after a start: when it was due anyway, and a little spread when that is past. */
    public Instant first(FeedState state, SourceConfig source, Instant now) {
        var spread = min(START, interval(source).dividedBy(10));
        var trusted = state.lastFetch().filter(last -> !last.isAfter(now)).isPresent(); // else the clock once ran ahead
        return state.nextDue()
                .filter(now::isBefore)
                .map(due -> trusted ? due : earlier(due, now.plus(pace.ceiling())))
                .orElseGet(() -> now.plus(share(state.source(), spread, 1)));
    }

    /** The configured interval, not below the floor. */
    public Duration interval(SourceConfig source) {
        return max(pace.floor(), source.every().orElse(pace.every()));
    }

    /**
     * The interval that suits the rhythm of the source, between {@link Pace#fastest} and {@link Pace#slowest}; the
     * operator's word stands above it. Sources that send their document whole each time are not asked more often than
     * {@link Pace#every}, unless items would pass unseen; those of the first tier never less often.
     */
    Duration interval(FeedState state, SourceConfig source, Instant now) {
        var plain = interval(source);
        if (source.every().isPresent()) {
            return plain;
        }
        var rhythm = Rhythm.of(state.more());
        var fastest = min(plain, pace.fastest());
        var conditional = !state.etag().isEmpty() || !state.lastModified().isEmpty();
        var slowest = source.tier().filter(tier -> tier == 1).isPresent()
                ? plain
                : min(max(plain, pace.slowest()), pace.ceiling());
        var wanted = rhythm.wanted(now)
                .map(wait -> max(conditional ? fastest : plain, min(slowest, wait)))
                .orElse(plain);
        return rhythm.half().map(half -> min(wanted, max(fastest, half))).orElse(wanted);
    }

    /** What we grant of the time that a server asks to be left alone for. */
    public static Duration patience(Duration retryAfter) {
        return min(retryAfter, MOST_RETRY_AFTER);
    }

    private Duration asked(SourceConfig source, Outcome.Answered answered) {
        var ttl = source.every().isPresent() ? Duration.ZERO : answered.ttl(); // the operator knows better than ttl
        return min(pace.patience(), max(ttl, answered.maxAge()));
    }

    private Duration backOff(Duration interval, Why why, int failures) {
        return switch (why) {
            case GONE -> max(pace.ceiling(), min(GONE, pace.ceiling().multipliedBy(doublings(failures))));
            case WAITING -> Duration.ZERO;
            case HTTP_4XX,
                    HTTP_5XX,
                    CHALLENGED,
                    TIMEOUT,
                    TLS,
                    UNREACHABLE,
                    DENIED,
                    BLOCKED,
                    TOO_LARGE,
                    UNREADABLE,
                    INTERNAL -> max(interval, min(pace.ceiling(), interval.multipliedBy(doublings(failures))));
        };
    }

    private static long doublings(int failures) {
        return 1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS);
    }

    /** A part of the time that is the same for the same source each time: 0 to {@code most} of it. */
    static Duration share(String source, Duration time, double most) {
        int place = source.hashCode() * GOLDEN >>> 16; // 0 to 0xffff
        return Duration.ofMillis((long) (time.toMillis() * most * place / 0xffff));
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** How long until then, zero when it is past. */
    public static Duration until(Optional<Instant> due, Instant now) {
        return due.map(at -> max(Duration.ZERO, Duration.between(now, at))).orElse(Duration.ZERO);
    }
}
