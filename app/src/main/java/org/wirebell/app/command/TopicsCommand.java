package org.wirebell.app.command;

import java.util.concurrent.Callable;
import org.wirebell.app.broker.TopicSetup;
import org.wirebell.model.Topic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wirebell topics}: makes the topics that are missing, where the roles themselves may not. */
@Command(
        name = "topics",
        description =
                "Makes the topics that are missing, and prints all. Each role does so at its start, where it may.")
public final class TopicsCommand implements Callable<Integer> {
    @Mixin
    private Configured configured = new Configured();

    @Override
    public Integer call() throws InterruptedException {
        var config = configured.load();
        try (var cluster = Cluster.running(config)) {
            var kafka = config.kafka();
            TopicSetup.create(
                    cluster.client(),
                    cluster.topics(),
                    kafka.partitions(),
                    kafka.replication().map(Integer::shortValue));
            cluster.topics().all().stream().map(Topic::name).forEach(System.out::println);
            return 0;
        } catch (IllegalStateException e) {
            throw Wrong.failed("wirebell topics: " + e.getMessage());
        }
    }
}
