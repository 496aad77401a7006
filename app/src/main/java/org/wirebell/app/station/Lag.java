package org.wirebell.app.station;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many records each consumer group still has before it: {@code wirebell.consumer.lag}. Measured from the broker's own
 * offsets, since the clients' gauges say nothing while a client is away.
 */
public final class Lag implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lag.class);
    private static final String METER = "wirebell.consumer.lag";

    private final Admin admin;
    private final Map<String, Long> latest = new ConcurrentHashMap<>();
    private final Thread loop;

    private Lag(Admin admin, List<String> groups, Duration every) {
        this.admin = admin;
        this.loop = Thread.ofVirtual().name("lag").unstarted(() -> repeat(groups, every));
    }

    /** Measures these groups again and again until closed. */
    public static Lag watch(Map<String, Object> kafka, List<String> groups, MeterRegistry meters, Duration every) {
        var lag = new Lag(Admin.create(kafka), List.copyOf(groups), every);
        for (var group : groups) {
            Gauge.builder(METER, () -> lag.latest.getOrDefault(group, 0L))
                    .tag("group", group)
                    .description("records that a consumer group has not committed yet")
                    .register(meters);
        }
        lag.loop.start();
        return lag;
    }

    /** Records not yet committed by the group, internal topics included; 0 for a group that nobody knows. */
    public static long of(Admin admin, String group) throws InterruptedException, ExecutionException {
        var committed = committed(admin, group);
        long behind = 0;
        for (var end : ends(admin, committed.keySet()).entrySet()) {
            behind += Math.max(0, end.getValue() - committed.getOrDefault(end.getKey(), 0L));
        }
        return behind;
    }

    /** How far the group has come. */
    static Map<TopicPartition, Long> committed(Admin admin, String group)
            throws InterruptedException, ExecutionException {
        var committed = new HashMap<TopicPartition, Long>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    /** Where these end now. */
    static Map<TopicPartition, Long> ends(Admin admin, Set<TopicPartition> partitions)
            throws InterruptedException, ExecutionException {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    @Override
    public void close() {
        loop.interrupt();
        admin.close(Duration.ofSeconds(2));
    }

    private void repeat(List<String> groups, Duration every) {
        try {
            while (!Thread.interrupted()) {
                for (var group : groups) {
                    measure(group);
                }
                Thread.sleep(every);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void measure(String group) throws InterruptedException {
        try {
            latest.put(group, of(admin, group));
        } catch (ExecutionException e) {
            LOG.debug("lag of {} not measured: {}", group, String.valueOf(e.getCause()));
        }
    }
}
