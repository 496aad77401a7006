package org.wirebell.desk.board;

import java.util.List;

/**
 * Something on the board is different since the record at {@code at}; what it looks like now is asked of the board.
 *
 * @param sequence counts changes since this board was made, from 1
 * @param key id of the alert, story, source, silence or rule, or key of the series
 */
public record Change(long sequence, Source.At at, Kind kind, String key) {
    public enum Kind {
        ALERT,
        SERIES,
        STORY,
        FEED,
        SILENCE,
        RULE,
        DEAD
    }

    /**
     * Changes that a reader has not seen, oldest first.
     *
     * @param lost there were more that are not held any longer: the reader must look at everything anew
     */
    public record Batch(List<Change> changes, boolean lost) {
        static final Batch LOST = new Batch(List.of(), true);

        public Batch {
            changes = List.copyOf(changes);
        }
    }
}
