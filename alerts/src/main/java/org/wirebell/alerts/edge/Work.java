package org.wirebell.alerts.edge;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.wirebell.model.Notice;

/**
 * A notice on its way.
 *
 * @param attempts how many have been made
 * @param due when the next one is due
 */
record Work(Notice notice, TopicPartition partition, long offset, int attempts, Instant due) {
    String alert() {
        return notice.alert().id();
    }

    int revision() {
        return notice.alert().revision();
    }

    /** A withdrawal is never dropped for something newer: those who got the figure must hear that it is taken back. */
    boolean mustGo() {
        return notice.kind() == Notice.Kind.WITHDRAW;
    }

    Work attempted() {
        return new Work(notice, partition, offset, attempts + 1, due);
    }

    Work dueAt(Instant moment) {
        return new Work(notice, partition, offset, attempts, moment);
    }
}
