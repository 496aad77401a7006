package org.wirebell.model;

/**
 * Says when a step of a Kafka Streams flow should ask for a commit, so that what has just come does not wait for the commit interval at
 * every hop. A commit is of the whole stream thread and takes 5 to 15 ms, and after each Kafka Streams takes fewer records at a time; so a
 * thread asks for few in a row, and of a backlog nothing is committed early. Not for several threads.
 */
public final class EarlyCommit {
    /** Older records have waited for a processor, and commits would take more of it. Where clocks disagree by more, the interval alone decides. */
    private static final long FRESH_MILLIS = 250;
    /** In the long run one in this time. */
    private static final long APART_MILLIS = 150;
    /** An item passes as many hops at once. */
    private static final long IN_A_ROW = 4;

    private static final ThreadLocal<EarlyCommit> OF_THREAD = ThreadLocal.withInitial(EarlyCommit::new);

    /** When all that were asked for would have been due, were each its time apart from the one before. */
    private long paid = Long.MIN_VALUE / 2;

    /** The one that all steps of the calling thread share. */
    public static EarlyCommit ofThread() {
        return OF_THREAD.get();
    }

    /**
     * Whether to ask for a commit now; a yes is taken for done.
     *
     * @param record when the record came, in milliseconds since 1970
     * @param now by the wall clock, in the same
     */
    public boolean due(long record, long now) {
        if (now - record >= FRESH_MILLIS) {
            return false;
        }
        long allInARow = now - IN_A_ROW * APART_MILLIS;
        boolean setBack = paid > now;
        long from = setBack ? allInARow : Math.max(paid, allInARow);
        boolean due = from + APART_MILLIS <= now;
        paid = due ? from + APART_MILLIS : paid;
        return due;
    }
}
