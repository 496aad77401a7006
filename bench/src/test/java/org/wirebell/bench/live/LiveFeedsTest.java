package org.wirebell.bench.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The small run: every hostile manner beside good feeds, through the ingest role and an embedded broker. */
class LiveFeedsTest {
    @Test
    void hostileFeedsCostTheOthersNothing() throws Exception {
        var scenario = Scenario.small();
        var run = Run.of(scenario);
        var audit = Audit.of(run);
        assertThat(audit.broken()).as("%s", audit.figures()).isEmpty();
        assertThat(run.book().first())
                .as("every host was asked, the hostile ones too")
                .hasSize(scenario.feeds());
    }
}
