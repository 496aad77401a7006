package org.wirebell.app.broker;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.wirebell.model.Topic;
import org.wirebell.model.Topics;

/** Creates the topics that are not there yet, with explicit settings. Existing ones are left as their operator set them. */
public final class TopicSetup {
    private TopicSetup() {}

    /**
     * @param partitions of each topic; the compacted state topics get as many
     * @param replication number of copies; the broker's default when absent
     */
    public static void create(Map<String, Object> kafka, Topics topics, int partitions, Optional<Short> replication)
            throws InterruptedException {
        try (var admin = Admin.create(kafka)) {
            var there = admin.listTopics().names().get();
            var missing = new ArrayList<NewTopic>();
            for (var topic : topics.all()) {
                if (!there.contains(topic.name())) {
                    missing.add(
                            new NewTopic(topic.name(), Optional.of(partitions), replication).configs(settings(topic)));
                }
            }
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) { // another role was faster
                throw new IllegalStateException(
                        "cannot create topics at " + kafka.get("bootstrap.servers") + ": " + Causes.of(e), e);
            }
        }
    }

    private static Map<String, String> settings(Topic<?, ?> topic) {
        return topic.kept()
                .map(kept -> Map.of(
                        "cleanup.policy", "delete",
                        "retention.ms", Long.toString(kept.toMillis()),
                        "compression.type", "producer"))
                .orElse(Map.of("cleanup.policy", "compact", "compression.type", "producer"));
    }
}
