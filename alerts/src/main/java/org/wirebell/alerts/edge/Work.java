package org.wirebell.alerts.edge;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.wirebell.model.Notice;

/**
 * A notice on its way.
 *
 * @param attempts how many have been made
 * @param taken when this process took it in
 * @param due when the next attempt is due
 */
record Work(Notice notice, TopicPartition partition, long offset, int attempts, Instant taken, Instant due) {
    /** Due at once. */
    Work(Notice notice, TopicPartition partition, long offset, int attempts, Instant taken) {
        this(notice, partition, offset, attempts, taken, taken);
    }

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

    /** Whether it says something of the news; else it tells what became of the alert. */
    boolean says() {
        return notice.kind() != Notice.Kind.CLOSE && notice.kind() != Notice.Kind.ACK;
    }

    Work attempted() {
        return new Work(notice, partition, offset, attempts + 1, taken, due);
    }

    Work dueAt(Instant moment) {
        return new Work(notice, partition, offset, attempts, taken, moment);
    }

    /** The same with its sound. */
    Work loud() {
        var loud = new Notice(
                notice.id(),
                notice.receiver(),
                notice.kind(),
                notice.alert(),
                notice.planned(),
                notice.expires(),
                false,
                notice.silence(),
                notice.entries(),
                notice.more());
        return new Work(loud, partition, offset, attempts, taken, due);
    }
}
