package org.wirebell.desk.board;

import java.util.ArrayDeque;
import java.util.List;

/** The last changes, so that a reader that was away can catch up. Not thread-safe; the board's lock guards it. */
final class Changes {
    private final int keep;
    private final ArrayDeque<Change> held = new ArrayDeque<>();
    private long sequence;
    private Position forgotten = Position.START; // what this log cannot tell any more, or never could
    private Position latest = Position.START;

    Changes(int keep) {
        this.keep = keep;
    }

    /** The first record that will be read; earlier ones were never seen here. */
    void begin(Source.At at) {
        if (at.offset() > 0) {
            var before = new Source.At(at.partition(), at.offset() - 1);
            forgotten = forgotten.with(before);
            latest = latest.with(before);
        }
    }

    void add(Source.At at, Change.Kind kind, String key) {
        held.addLast(new Change(++sequence, at, kind, key));
        latest = latest.with(at);
        if (held.size() > keep) {
            forgotten = forgotten.with(held.removeFirst().at());
        }
    }

    long sequence() {
        return sequence;
    }

    Position latest() {
        return latest;
    }

    Change.Batch since(long seen) {
        if (sequence - seen > held.size()) {
            return Change.Batch.LOST;
        }
        return new Change.Batch(held.stream().filter(c -> c.sequence() > seen).toList(), false);
    }

    /** A position ahead of the log was given by other topics than these, so it tells nothing. */
    Change.Batch since(Position seen) {
        if (!seen.covers(forgotten) || !latest.covers(seen)) {
            return Change.Batch.LOST;
        }
        List<Change> missed = held.stream().filter(c -> !seen.covers(c.at())).toList();
        return new Change.Batch(missed, false);
    }
}
