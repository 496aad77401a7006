package org.wirebell.model;

import java.time.Duration;

/**
 * Says when a step of a Kafka Streams flow should ask for a commit, so that what has just come does not wait for the commit interval at
 * every hop. A commit is of the whole stream thread and takes 5 to 15 ms, and after each Kafka Streams takes fewer records at a time; so a
 * thread asks for few in a row, and of a backlog nothing is committed early. Not for several threads.
 */
public final class EarlyCommit {
    /** Older records have waited for a processor, and as many commits would take more of it. */
    private static final long FRESH_MILLIS = 500;
    /** Older records are a backlog. Where clocks disagree by more, the interval alone decides. */
    private static final long RECENT_MILLIS = 2_000;
    /** How many times as far apart commits are while records are no more fresh, but recent. */
    private static final long SLOWER = 5;
    /** An item passes as many hops at once. */
    private static final long IN_A_ROW = 4;

    private final long apart;
    /** When all that were asked for would have been due, were each its time apart from the one before. */
    private long paid = Long.MIN_VALUE / 2;

    private EarlyCommit(Duration apart) {
        this.apart = apart.toMillis();
    }

    /**
     * One for each thread, which all of its steps share.
     *
     * @param apart in the long run one commit in this time, in five times this one where records come late
     */
    public static ThreadLocal<EarlyCommit> apart(Duration apart) {
        return ThreadLocal.withInitial(() -> new EarlyCommit(apart));
    }

    /**
     * Asks for a commit when one is due.
     *
     * @param record when the record came, in milliseconds since 1970
     * @param now by the wall clock, in the same
     * @param commit asks Kafka Streams for one
     */
    public void ask(long record, long now, Runnable commit) {
        if (due(record, now)) {
            commit.run();
        }
    }

    /**
     * Whether to ask for a commit now; a yes is taken for done.
     *
     * @param record when the record came, in milliseconds since 1970
     * @param now by the wall clock, in the same
     */
    boolean due(long record, long now) {
        long age = now - record;
        if (age >= RECENT_MILLIS) {
            return false;
        }
        long step = age < FRESH_MILLIS ? apart : SLOWER * apart;
        long allInARow = now - IN_A_ROW * step;
        boolean setBack = paid > now;
        long from = setBack ? allInARow : Math.max(paid, allInARow);
        boolean due = from + step <= now;
        paid = due ? from + step : paid;
        return due;
    }
}
