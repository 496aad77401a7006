package org.wirebell.bench.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The small run: every hostile manner beside good feeds, through the ingest role and an embedded broker. How late the
 * stories came is not asked here: that would test the machine.
 */
class LiveFeedsTest {
    @Test
    void hostileFeedsCostTheOthersNothing() throws Exception {
        var scenario = Scenario.small();
        var run = Run.of(scenario);
        assertThat(Audit.of(run).figures())
                .containsEntry("lost", 0)
                .containsEntry("more than once", 0)
                .containsEntry("at one host at once, most", 1L)
                .containsEntry("during Retry-After", 0L)
                .containsEntry("without validators though known", 0L);
        assertThat(run.book().first())
                .as("every host was asked, the hostile ones too")
                .hasSize(scenario.feeds());
    }
}
