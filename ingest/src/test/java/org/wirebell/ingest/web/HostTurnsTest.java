package org.wirebell.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HostTurnsTest {
    @Test
    void leavesAGapAtOneHost() throws Exception {
        var turns = new HostTurns(8, Duration.ofMillis(100));
        long start = System.nanoTime();
        turns.take("one.example").close();
        turns.take("one.example").close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void leavesNoneBetweenHosts() throws Exception {
        var turns = new HostTurns(8, Duration.ofHours(1)); // a wait would end this test by its timeout
        turns.take("one.example").close();
        turns.take("two.example").close();
    }

    @Test
    void boundsTheFetchesOfAllHosts() throws Exception {
        var turns = new HostTurns(1, Duration.ZERO);
        var first = turns.take("one.example");
        var second = Thread.ofVirtual().start(() -> take(turns, "two.example"));
        await().until(() -> second.getState() == Thread.State.WAITING);
        first.close();
        second.join();
    }

    @Test
    void whoGivesUpWaitingLeavesTheTurnToOthers() throws Exception {
        var turns = new HostTurns(8, Duration.ZERO);
        var first = turns.take("one.example");
        var second = Thread.ofVirtual().start(() -> take(turns, "one.example"));
        await().until(() -> second.getState() == Thread.State.WAITING);
        second.interrupt();
        second.join();
        first.close();
        turns.take("one.example").close();
    }

    @Test
    void anAnswerWithoutATimeTakesBackNothing() {
        var turns = new HostTurns(8, Duration.ZERO);
        turns.leaveAlone("one.example", Duration.ofMinutes(10));
        turns.leaveAlone("one.example", Duration.ZERO);
        assertThat(turns.alone("one.example")).isGreaterThan(Duration.ofMinutes(9));
    }

    private static void take(HostTurns turns, String host) {
        try (var _ = turns.take(host)) {
            assertThat(turns.alone(host)).isZero();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
