package org.wirebell.ingest.due;

import java.util.List;
import java.util.Map;
import org.wirebell.model.FeedState;

/**
 * How far a mailbox has been read: up to {@code uid} in its present numbering. A watermark of our own and not the mark
 * "seen", which people and other programs set too.
 *
 * @param validity the UIDVALIDITY that the numbers belong to: when the server changes it, they mean nothing any more
 * @param uid the last one that was read
 * @param old messages up to this one lay there when we first looked at this numbering
 */
public record MailMark(long validity, long uid, long old) {
    /** No more than so many of the messages that lie in a mailbox at first sight are read: the newest. */
    public static final int FIRST_SIGHT = 500;
    /** Message-IDs that are remembered for the next numbering; more than are read at first sight. */
    private static final int MOST_IDS = 2 * FIRST_SIGHT;

    private static final String VALIDITY = "uidValidity";
    private static final String UID = "uid";
    private static final String OLD = "uidOld";

    /** Where the state left off; not to be trusted when the validity is another. */
    public static MailMark of(FeedState state) {
        return new MailMark(number(state, VALIDITY), number(state, UID), number(state, OLD));
    }

    private static long number(FeedState state, String name) {
        return state.more().get(name) instanceof Number number ? number.longValue() : -1;
    }

    /** At first sight of a numbering, with the numbers of its newest messages, ascending. */
    public static MailMark first(long validity, List<Long> newest) {
        return newest.isEmpty()
                ? new MailMark(validity, 0, 0)
                : new MailMark(validity, newest.getFirst() - 1, newest.getLast());
    }

    public MailMark read(long newUid) {
        return new MailMark(validity, newUid, old);
    }

    /** Whether a message lay there at first sight: then it may be one that was read under another number. */
    public boolean isOld(long candidate) {
        return candidate <= old;
    }

    /** The state with this mark, and with the Message-ID mark of the message last read. */
    public FeedState in(FeedState state, List<String> ids) {
        var newest = ids.subList(Math.max(0, ids.size() - MOST_IDS), ids.size());
        return Standing.noted(state, newest, Map.of(VALIDITY, validity, UID, uid, OLD, old));
    }
}
