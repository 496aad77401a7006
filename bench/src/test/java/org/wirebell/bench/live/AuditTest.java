package org.wirebell.bench.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An audit that finds nothing must not be one that looks at nothing. */
class AuditTest {
    private static final Scenario TWO = new Scenario(
            2, 1, Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofSeconds(1));
    private static final Visit FIRST = new Visit(0, 100, false, false, 0, 0);
    private static final Visit SECOND = new Visit(0, 500, true, true, 0, 0);
    private static final Visit THIRD = new Visit(0, 10_500, true, true, 0, 0);

    @Test
    void holdsWhenAllIsWell() {
        var audit = Audit.of(run(Map.of("f0s1", List.of(4_000L)), FIRST, SECOND, THIRD));
        assertThat(audit.broken()).isEmpty();
        assertThat(audit.figures()).containsEntry("late ms most", 3_000L).containsEntry("stories timed", 1);
    }

    @Test
    void findsWhatIsLostTwiceOrLate() {
        assertThat(Audit.of(run(Map.of(), FIRST, SECOND)).broken()).contains("lost: [f0s1]");
        assertThat(Audit.of(run(Map.of("f0s1", List.of(4_000L, 4_000L)), FIRST, SECOND))
                        .broken())
                .containsExactly("more than once: [f0s1]");
        assertThat(Audit.of(run(Map.of("f0s1", List.of(13_001L)), FIRST, SECOND))
                        .broken())
                .containsExactly("1 stories were late, the worst by 12001 ms");
    }

    @Test
    void findsBadManners() {
        var seen = Map.of("f0s1", List.of(4_000L));
        assertThat(Audit.of(run(seen, FIRST, new Visit(0, 200, true, true, 1, 0)))
                        .broken())
                .containsExactly("2 requests at one host at once");
        assertThat(Audit.of(run(seen, FIRST, new Visit(0, 200, true, true, 0, 5)))
                        .broken())
                .containsExactly("1 requests during Retry-After");
        assertThat(Audit.of(run(seen, FIRST, new Visit(0, 200, false, true, 0, 0)))
                        .broken())
                .containsExactly("1 requests without known validators");
    }

    @Test
    void comparesTheWaitsOfGoodFeeds() {
        var calm = run(Map.of(), FIRST, SECOND, THIRD);
        var held = run(Map.of(), FIRST, SECOND, new Visit(0, 12_000, true, true, 0, 0));
        assertThat(Audit.delays(calm, held).broken())
                .containsExactly("1 good feeds were held up by hostile ones, by up to 1500 ms");
        assertThat(Audit.delays(calm, calm).broken()).isEmpty();
    }

    private static Run run(Map<String, List<Long>> seen, Visit... visits) {
        return new Run(TWO, Map.of("f0s1", 1_000L), seen, new Visit.Book(List.of(visits)), new Load(1, 1, 1, 1, 1, 1));
    }
}
