package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each of three brokers is killed in turn and started again when work has gone on without it. */
@Tag("chaos")
class RollingBrokersTest {
    @Test
    void staysExactWhileBrokersDieInTurn(@TempDir Path folder) throws Exception {
        var next = new AtomicInteger();
        try (var three = ThreeBrokers.start(folder)) {
            var trial = new Trial(folder, 600, Long.getLong("chaos.seed", 41));
            trial.on(three.bootstrap(), ThreeBrokers.COPIES, ThreeBrokers.COPIES, (_, _, _) -> {
                three.awaitCopies();
                assertThat(three.copies().values())
                        .as("copies of %s", three.copies())
                        .containsOnly(ThreeBrokers.COPIES);
                var broker = three.broker(next.getAndIncrement());
                broker.kill();
                int sent = trial.sendMore();
                trial.until(() -> trial.findings() >= sent);
                broker.restart();
            });
        }
    }
}
