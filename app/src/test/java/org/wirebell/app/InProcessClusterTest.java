package org.wirebell.app;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.broker.EmbeddedBroker;

/** The scenario on the broker in this process: runs everywhere. */
class InProcessClusterTest {
    @Test
    void tollComesInNoticeGoesOut(@TempDir Path folder) throws Exception {
        try (var broker = EmbeddedBroker.start(folder.resolve("kafka"), 0)) {
            ClusterScenario.run(broker.bootstrap(), folder);
        }
    }

    @Test
    void anotherTakesOver(@TempDir Path folder) throws Exception {
        try (var broker = EmbeddedBroker.start(folder.resolve("kafka"), 0)) {
            ClusterScenario.failover(broker.bootstrap(), folder);
        }
    }
}
