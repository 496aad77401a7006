package org.wirebell.app.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.model.Topic;
import org.wirebell.model.Topics;

/** Creates the topics that are not there yet, with explicit settings. Existing ones are left as their operator set them. */
public final class TopicSetup {
    private static final Logger LOG = LoggerFactory.getLogger(TopicSetup.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String ANY = Long.toString(Long.MAX_VALUE);

    private TopicSetup() {}

    /**
     * Returns when every partition takes records. A broker names itself as the leader of new topics, and of all topics
     * when it starts, a moment before it is. Of a producer that sends in this moment a second batch may be taken before
     * the first one: the broker then refuses the first as out of order until it expires, after two minutes by default.
     *
     * @param partitions of each topic; the compacted state topics get as many
     * @param replication number of copies; the broker's default when absent
     */
    public static void create(Map<String, Object> kafka, Topics topics, int partitions, Optional<Short> replication)
            throws InterruptedException {
        try (var admin = Admin.create(kafka)) {
            var there = admin.listTopics().names().get();
            var missing = new ArrayList<NewTopic>();
            var byOurClock = byOurClock(topics);
            for (var topic : topics.all()) {
                if (!there.contains(topic.name())) {
                    var settings = settings(topic);
                    if (byOurClock.contains(topic.name())) {
                        settings.put(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, ANY);
                    }
                    missing.add(new NewTopic(topic.name(), Optional.of(partitions), replication).configs(settings));
                }
            }
            create(admin, missing);
            awaitLeaders(admin, topics.all().stream().map(Topic::name).toList());
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "cannot create topics at " + kafka.get("bootstrap.servers") + ": " + Causes.of(e), e);
        }
    }

    private static void create(Admin admin, Collection<NewTopic> missing)
            throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) { // another role was faster
                throw e;
            }
        }
    }

    private static void awaitLeaders(Admin admin, List<String> topics) throws ExecutionException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var latest = new HashMap<TopicPartition, OffsetSpec>();
                for (var topic :
                        admin.describeTopics(topics).allTopicNames().get().values()) {
                    topic.partitions()
                            .forEach(partition -> latest.put(
                                    new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
                }
                admin.listOffsets(latest).all().get(); // only the leader itself answers, and only once it has its log
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RetriableException)) {
                    throw e;
                }
                if (System.nanoTime() > end) {
                    LOG.warn("not every partition has a leader after {} s: {}", PATIENCE.toSeconds(), Causes.of(e));
                    return; // a role may do without that partition
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    /**
     * What the alerts role writes by its own clock, and no topology reads. If that clock is more than an hour ahead, which brokers refuse
     * else, a notice would be sent and its result not be written: again and again.
     */
    private static Set<String> byOurClock(Topics topics) {
        return Set.of(
                topics.rulebook().name(),
                topics.alerts().name(),
                topics.notices().name(),
                topics.results().name(),
                topics.dead().name());
    }

    private static Map<String, String> settings(Topic<?, ?> topic) {
        var settings = new HashMap<>(Map.of("compression.type", "producer"));
        topic.kept().ifPresent(kept -> settings.put("retention.ms", Long.toString(kept.toMillis())));
        settings.put(
                "cleanup.policy",
                topic.compacted() ? topic.kept().isPresent() ? "compact,delete" : "compact" : "delete");
        return settings;
    }
}
