package org.wirebell.app;

import static org.assertj.core.api.Assumptions.assumeThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.kafka.KafkaContainer;

/** The same scenarios on Apache's own image: runs where a Docker engine does. */
class ContainerClusterTest {
    private static final String IMAGE = "apache/kafka:4.3.1";

    /** A busy machine of two processors took more than the minute that Testcontainers grants. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @BeforeAll
    static void engineIsThere() {
        var looks = (Logger) LoggerFactory.getLogger(DockerClientProviderStrategy.class);
        looks.setLevel(Level.OFF); // where none is, that is no error
        boolean engine = DockerClientFactory.instance().isDockerAvailable();
        if (!engine) {
            System.out.println("trial: no Docker engine, so Kafka's own image is not tried");
        }
        assumeThat(engine).isTrue();
    }

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
        var kafka = new KafkaContainer(IMAGE).withStartupTimeout(PATIENCE);
        kafka.start();
        return kafka;
    }
}
