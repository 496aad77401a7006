package org.wirebell.ingest.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailMarkTest {
    private static final org.wirebell.model.FeedState START = Standing.start("letters", "imaps://x");

    @Test
    void survivesARestart() {
        var mark = MailMark.first(77, List.of(3L, 5L, 9L)).read(5);
        var state = mark.in(START, List.of("a"));
        assertThat(MailMark.of(state)).isEqualTo(mark);
        assertThat(state.seen()).containsExactly("a");
    }

    @Test
    void knowsNothingOfAMailboxThatWasNeverSeen() {
        assertThat(MailMark.of(START).validity()).isNegative();
    }

    @Test
    void whatLiesThereAtFirstSightIsOld() {
        var mark = MailMark.first(77, List.of(3L, 5L, 9L));
        assertThat(mark.uid()).as("so that 3 is read").isEqualTo(2);
        assertThat(mark.isOld(9)).isTrue();
        assertThat(mark.isOld(10)).isFalse();
        assertThat(MailMark.first(77, List.of()).isOld(1)).isFalse();
    }

    @Test
    void remembersTheNewestMessagesOnly() {
        var ids = IntStream.range(0, 5_000).mapToObj(Integer::toString).toList();
        var seen = MailMark.first(1, List.of()).in(START, ids).seen();
        assertThat(seen).hasSizeGreaterThanOrEqualTo(MailMark.FIRST_SIGHT).hasSizeLessThan(2_000);
        assertThat(seen.getLast()).isEqualTo("4999");
    }
}
