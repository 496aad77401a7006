package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Notice;

class LineTest {
    private static final Instant NOW = Notices.NOW;
    private static final TopicPartition PARTITION = new TopicPartition("notices", 0);

    private final Line line = new Line();
    private long offset;

    private Work work(String alert, int revision, Notice.Kind kind) {
        var notice = Notices.notice(alert + revision, "desk", alert, revision, kind);
        return new Work(notice, PARTITION, offset++, 0, NOW);
    }

    private Work quiet(String alert, int revision) {
        var notice = Notices.notice(alert + revision, "desk", alert, revision, Notice.Kind.UPDATE)
                .hushed();
        return new Work(notice, PARTITION, offset++, 0, NOW);
    }

    private static List<String> ids(List<Work> works) {
        return works.stream().map(work -> work.notice().id()).toList();
    }

    private String next() {
        return line.next(NOW).map(work -> work.notice().id()).orElse("none");
    }

    @Test
    void aNewerRevisionReplacesOneThatStillWaits() {
        assertThat(line.offer(work("a", 1, Notice.Kind.NEW))).isEmpty();
        assertThat(line.offer(work("b", 1, Notice.Kind.NEW))).isEmpty();
        assertThat(ids(line.offer(work("a", 2, Notice.Kind.UPDATE)))).containsExactly("a1");
        assertThat(line.size()).isEqualTo(2);
    }

    @Test
    void anAcknowledgementReplacesNothingAndTakesNoSound() {
        line.offer(work("a", 1, Notice.Kind.NEW));
        assertThat(line.offer(work("a", 2, Notice.Kind.ACK))).isEmpty();
        assertThat(next()).isEqualTo("a1");
        line.done(true);
        assertThat(next()).isEqualTo("a2");
        line.done(true);
        line.offer(work("a", 3, Notice.Kind.UPDATE));
        line.offer(new Work(
                Notices.notice("seen", "desk", "a", 4, Notice.Kind.ACK).hushed(), PARTITION, offset++, 0, NOW));
        line.offer(quiet("a", 4));
        assertThat(line.all()
                        .filter(work -> !work.notice().quiet())
                        .map(work -> work.notice().id()))
                .containsExactly("a4");
    }

    @Test
    void anOlderRevisionThatComesLateIsDropped() {
        line.offer(work("a", 2, Notice.Kind.UPDATE));
        assertThat(ids(line.offer(work("a", 1, Notice.Kind.NEW)))).containsExactly("a1");
        assertThat(next()).isEqualTo("a2");
        line.done(true);
        assertThat(ids(line.offer(work("a", 1, Notice.Kind.NEW))))
                .as("after it was sent")
                .containsExactly("a1");
    }

    @Test
    void aWithdrawalIsNeverReplacedAndGoesFirst() {
        line.offer(work("a", 2, Notice.Kind.WITHDRAW));
        assertThat(line.offer(work("a", 3, Notice.Kind.NEW))).isEmpty();
        assertThat(next()).isEqualTo("a2");
        line.done(true);
        assertThat(next()).isEqualTo("a3");
    }

    @Test
    void whatIsBeingSentIsReplacedOnlyWhenItComesBack() {
        var first = work("a", 1, Notice.Kind.NEW);
        line.offer(first);
        assertThat(next()).isEqualTo("a1");
        assertThat(line.offer(work("a", 2, Notice.Kind.UPDATE))).isEmpty();
        assertThat(next()).as("one at a time").isEqualTo("a1");
        assertThat(ids(line.back(first.attempted().dueAt(NOW.plusSeconds(2))))).containsExactly("a1");
        assertThat(next()).isEqualTo("a2");
    }

    @Test
    void nothingGoesOutWhileTheReceiverRests() {
        line.offer(work("a", 1, Notice.Kind.NEW));
        line.rest(NOW.plusSeconds(30));
        assertThat(next()).isEqualTo("none");
        assertThat(line.nextDue()).contains(NOW.plusSeconds(30));
        assertThat(line.next(NOW.plusSeconds(30))).isPresent();
    }

    @Test
    void whatAnotherProcessReadsNowIsForgotten() {
        line.offer(work("b", 1, Notice.Kind.NEW));
        assertThat(next()).isEqualTo("b1");
        line.offer(work("a", 1, Notice.Kind.NEW));
        line.drop(Set.of(PARTITION));
        line.back(work("b", 1, Notice.Kind.NEW));
        assertThat(line.size()).isZero();
    }

    @Test
    void whatReplacesASoundHasOne() {
        line.offer(work("a", 1, Notice.Kind.NEW));
        assertThat(ids(line.offer(quiet("a", 2)))).containsExactly("a1");
        assertThat(line.next(NOW)).get().matches(work -> !work.notice().quiet());
        line.done(true);
        line.offer(quiet("a", 3));
        assertThat(line.next(NOW)).get().matches(work -> work.notice().quiet());
    }

    @Test
    void whatIsOlderThanWhatWasSentBeforeARestartIsDropped() {
        line.sent("a", 2);
        assertThat(ids(line.offer(work("a", 1, Notice.Kind.NEW)))).containsExactly("a1");
        assertThat(line.offer(work("a", 1, Notice.Kind.WITHDRAW))).isEmpty();
    }
}
