package org.wirebell.app.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.wirebell.app.AppConfig;
import org.wirebell.app.station.Lag;
import org.wirebell.app.station.Station;

/** Tells when all that came in has been worked through: nobody lags, and no topic has grown for a while. */
final class Settled implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(75);
    private static final int LOOKS = 3;
    /** The end of a transaction takes an offset that no consumer commits: one a partition of each topic read. */
    private final long markers;

    private final Admin admin;
    private final List<String> groups;
    private final List<TopicPartition> partitions;

    Settled(Map<String, Object> kafka, AppConfig config) throws InterruptedException {
        admin = Admin.create(kafka);
        groups = Station.groups(config);
        var feeds = config.kafka().topics().feeds().name(); // grows with every poll
        partitions = config.kafka().topics().all().stream()
                .filter(topic -> !topic.name().equals(feeds))
                .flatMap(topic -> java.util.stream.IntStream.range(
                                0, config.kafka().partitions())
                        .mapToObj(i -> new TopicPartition(topic.name(), i)))
                .toList();
        markers = 2L * config.kafka().partitions();
    }

    /** Waits for calm, at most this long; returns whether it came. */
    boolean await(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        int calm = 0;
        for (var before = Map.<TopicPartition, Long>of(); System.nanoTime() < end; ) {
            var now = ends();
            calm = now.equals(before) && behind() == 0 ? calm + 1 : 0;
            if (calm >= LOOKS) {
                return true;
            }
            before = now;
            Thread.sleep(LOOK);
        }
        return false;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }

    private long behind() throws InterruptedException {
        long behind = 0;
        for (var group : groups) {
            try {
                behind += Math.max(0, Lag.of(admin, group) - markers);
            } catch (ExecutionException e) {
                return Long.MAX_VALUE; // a group that has no coordinator yet is not calm
            }
        }
        return behind;
    }

    private Map<TopicPartition, Long> ends() throws InterruptedException {
        try {
            var asked = partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
            return admin.listOffsets(asked).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, e -> e.getValue().offset()));
        } catch (ExecutionException e) {
            return Map.of();
        }
    }
}
