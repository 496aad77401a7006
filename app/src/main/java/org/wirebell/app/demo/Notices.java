package org.wirebell.app.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.wirebell.model.Notice;
import org.wirebell.model.Result;
import org.wirebell.model.Topics;

/** Follows notices and results from the beginning, so that the demo can tell what was planned for whom and what was sent. */
final class Notices implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(50);

    private final KafkaConsumer<String, Notice> notices;
    private final KafkaConsumer<String, Result> results;
    private final List<Notice> planned = new ArrayList<>();
    private final Map<String, Result> outcomes = new HashMap<>();

    Notices(Map<String, Object> kafka, Topics topics) {
        var settings = new HashMap<>(kafka);
        settings.put("isolation.level", "read_committed");
        notices = new KafkaConsumer<>(
                settings,
                topics.notices().keys().deserializer(),
                topics.notices().values().deserializer());
        results = new KafkaConsumer<>(
                settings,
                topics.results().keys().deserializer(),
                topics.results().values().deserializer());
        follow(notices, topics.notices().name());
        follow(results, topics.results().name());
    }

    /** Takes in what is new; returns whether there was anything. */
    boolean more() {
        var before = planned.size() + outcomes.size();
        notices.poll(LOOK).forEach(record -> planned.add(record.value()));
        results.poll(LOOK).forEach(record -> {
            if (record.value().outcome().isFinal()) {
                outcomes.put(record.key(), record.value());
            }
        });
        return planned.size() + outcomes.size() > before;
    }

    /**
     * Those that reached this receiver, in the order of planning; also those that a newer revision of the same alert
     * overtook on the way, which depends on how fast the machine is.
     */
    List<Notice> toldTo(String receiver) {
        return planned.stream()
                .filter(notice -> notice.receiver().equals(receiver))
                .filter(notice -> told(notice.id()))
                .toList();
    }

    private boolean told(String notice) {
        return Optional.ofNullable(outcomes.get(notice))
                .map(Result::outcome)
                .filter(outcome -> outcome == Result.Outcome.SENT || outcome == Result.Outcome.SUPERSEDED)
                .isPresent();
    }

    /** How many planned notices have no final result yet. */
    long open() {
        return planned.stream()
                .filter(notice -> !outcomes.containsKey(notice.id()))
                .count();
    }

    @Override
    public void close() {
        notices.close();
        results.close();
    }

    private static void follow(KafkaConsumer<?, ?> consumer, String topic) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }
}
