package org.wirebell.ingest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.due.Visits;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.web.Outage;
import org.wirebell.model.FeedState;
import org.wirebell.model.Samples;

@Timeout(30)
class WatchTest {
    private final Desk desk = Desk.open();

    @Test
    void goesOnWhateverALookThrows() throws Exception {
        var looks = new AtomicInteger();
        var closed = new AtomicBoolean();
        var thread = Thread.ofVirtual().start(watch(new Watch.Look() {
            @Override
            public FeedState look(FeedState before) throws IOException {
                return switch (looks.incrementAndGet()) {
                    case 1, 2 -> throw new Outage(Why.UNREACHABLE, "harbour away", new IOException());
                    case 3 -> throw new IllegalStateException("a bug");
                    default -> Standing.took(before, List.of(), Samples.T0);
                };
            }

            @Override
            public void close() {
                closed.set(true);
            }
        }));
        await().until(() -> looks.get() > 5);
        thread.interrupt();
        thread.join();
        assertThat(closed).isTrue();
        assertThat(desk.states()).extracting(FeedState::outcome).containsExactly("unreachable", "internal", "ok");
        assertThat(desk.states()).extracting(FeedState::failures).containsExactly(1, 3, 0);
        assertThat(desk.states().getFirst().detail()).isEqualTo("harbour away");
    }

    @Test
    void keepsWhatABrokenLookHadReached() throws Exception {
        var reached = Standing.noted(Standing.start("coast", "ftp://coast"), List.of("one"), java.util.Map.of());
        var thread = Thread.ofVirtual().start(watch(new Watch.Look() {
            @Override
            public FeedState look(FeedState before) throws IOException {
                throw new IOException("broken off");
            }

            @Override
            public FeedState reached(FeedState before) {
                return reached;
            }
        }));
        await().until(() -> !desk.states().isEmpty());
        thread.interrupt();
        thread.join();
        assertThat(desk.states().getFirst().seen()).containsExactly("one");
    }

    private Watch watch(Watch.Look look) {
        return new Watch("coast", "ftp://coast", new Visits(Duration.ofMillis(5)), desk.handover, look);
    }
}
