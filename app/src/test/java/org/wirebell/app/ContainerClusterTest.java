package org.wirebell.app;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The same scenarios on Apache's own image: runs where a Docker engine does. */
class ContainerClusterTest {
    private static final String IMAGE = "apache/kafka:4.3.1";

    /** A busy machine of two processors took more than the minute that Testcontainers grants. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    void tollComesInNoticeGoesOut(@TempDir Path folder) throws Exception {
        try (var kafka = kafka()) {
            ClusterScenario.run(kafka.getBootstrapServers(), folder);
        }
    }

    @Test
    void anotherTakesOver(@TempDir Path folder) throws Exception {
        try (var kafka = kafka()) {
            ClusterScenario.failover(kafka.getBootstrapServers(), folder);
        }
    }

    private static KafkaContainer kafka() {
        assumeThat(DockerClientFactory.instance().isDockerAvailable())
                .as("no Docker engine here: the scenarios run on the broker in the process only")
                .isTrue();
        var kafka = new KafkaContainer(IMAGE).withStartupTimeout(PATIENCE);
        kafka.start();
        return kafka;
    }
}
