package org.wirebell.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebell.model.Samples.T0;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class HostTurnsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(T0);

    @Test
    void leavesAGapAtOneHost() throws Exception {
        var turns = new HostTurns(8, Duration.ofMillis(100), CLOCK);
        long start = System.nanoTime();
        turns.take(url("one.example")).close();
        turns.take(url("one.example")).close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void leavesNoneBetweenHosts() throws Exception {
        var turns = new HostTurns(8, Duration.ofHours(1), CLOCK); // a wait would end this test by its timeout
        turns.take(url("one.example")).close();
        turns.take(url("two.example")).close();
    }

    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource({
        // one publisher: one gap
        "https://feeds.harbour.example/a, https://www.harbour.example/b, true",
        "https://news.harbour.co.uk/a,    https://sport.harbour.co.uk/b, true",
        // two publishers under one public suffix
        "https://harbour.co.uk/a,         https://lagoon.co.uk/b,        false",
        // servers without names are told apart by their ports
        "http://127.0.0.1:8001/a,         http://127.0.0.1:8002/b,       false",
        "http://127.0.0.1:8001/a,         http://127.0.0.1:8001/b,       true",
        "http://localhost:8001/a,         http://localhost:8002/b,       false",
    })
    void leavesAGapAtOneDomain(String one, String two, boolean gap) throws Exception {
        var turns = new HostTurns(8, Duration.ofMillis(80), CLOCK);
        turns.take(HttpUrl.get(one)).close();
        long start = System.nanoTime();
        turns.take(HttpUrl.get(two)).close();
        assertThat(Duration.ofNanos(System.nanoTime() - start).toMillis() >= 70).isEqualTo(gap);
    }

    @Test
    void hostsThatHangLeaveTurnsForTheOthers() throws Exception {
        var turns = new HostTurns(8, Duration.ZERO, CLOCK, Duration.ZERO); // whoever was asked once counts as slow
        var hanging = new ArrayList<HostTurns.Turn>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) {
                var host = url("hangs" + i + ".example");
                turns.take(host).close();
                threads.execute(() -> {
                    try {
                        var turn = turns.take(host);
                        synchronized (hanging) {
                            hanging.add(turn);
                        }
                    } catch (InterruptedException _) { // the test has ended
                    }
                });
            }
            await().until(() -> size(hanging) == 2);
            turns.take(url("quick.example")).close(); // a wait would end this test by its timeout
            assertThat(size(hanging)).isEqualTo(2);
            threads.shutdownNow();
        }
    }

    private static int size(List<?> list) {
        synchronized (list) {
            return list.size();
        }
    }

    @Test
    void aSlowHostHoldsUpNoOtherOfItsDomain() throws Exception {
        var turns = new HostTurns(8, Duration.ZERO, CLOCK);
        try (var _ = turns.take(HttpUrl.get("https://slow.harbour.example/"))) {
            turns.take(HttpUrl.get("https://fast.harbour.example/")).close();
        }
    }

    @Test
    void leavesADomainAloneOrOnlyAHost() {
        var turns = new HostTurns(8, Duration.ZERO, CLOCK);
        turns.leaveHostAlone(HttpUrl.get("https://a.harbour.example/1"), Duration.ofMinutes(5));
        assertThat(turns.alone(HttpUrl.get("https://a.harbour.example/2"))).isEqualTo(Duration.ofMinutes(5));
        assertThat(turns.alone(HttpUrl.get("https://b.harbour.example/"))).isZero();
        turns.leaveDomainAlone(HttpUrl.get("https://a.harbour.example/1"), Duration.ofMinutes(3));
        assertThat(turns.alone(HttpUrl.get("https://a.harbour.example/"))).isEqualTo(Duration.ofMinutes(5));
        assertThat(turns.alone(HttpUrl.get("https://b.harbour.example/"))).isEqualTo(Duration.ofMinutes(3));
        assertThat(turns.alone(HttpUrl.get("https://lagoon.example/"))).isZero();
    }

    @Test
    void boundsTheFetchesOfAllHosts() throws Exception {
        var turns = new HostTurns(1, Duration.ZERO, CLOCK);
        var first = turns.take(url("one.example"));
        var second = Thread.ofVirtual().start(() -> take(turns, "two.example"));
        await().until(() -> second.getState() == Thread.State.WAITING);
        first.close();
        second.join();
    }

    @Test
    void whoGivesUpWaitingLeavesTheTurnToOthers() throws Exception {
        var turns = new HostTurns(8, Duration.ZERO, CLOCK);
        var first = turns.take(url("one.example"));
        var second = Thread.ofVirtual().start(() -> take(turns, "one.example"));
        await().until(() -> second.getState() == Thread.State.WAITING);
        second.interrupt();
        second.join();
        first.close();
        turns.take(url("one.example")).close();
    }

    @Test
    void anAnswerWithoutATimeTakesBackNothing() {
        var turns = new HostTurns(8, Duration.ZERO, CLOCK);
        turns.leaveHostAlone(url("one.example"), Duration.ofMinutes(10));
        turns.leaveHostAlone(url("one.example"), Duration.ZERO);
        assertThat(turns.alone(url("one.example"))).isEqualTo(Duration.ofMinutes(10));
    }

    private static HttpUrl url(String host) {
        return HttpUrl.get("https://" + host + "/feed");
    }

    private static void take(HostTurns turns, String host) {
        try (var _ = turns.take(url(host))) {
            assertThat(turns.alone(url(host))).isZero();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
