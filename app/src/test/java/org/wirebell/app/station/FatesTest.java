package org.wirebell.app.station;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.News;
import org.wirebell.app.OneBroker;
import org.wirebell.app.Rig;
import org.wirebell.app.broker.Scan;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.processor.ProcessorConfig;

/** The test is the processor: it says what came of each item, and commits. */
class FatesTest {
    private static final String METER = "wirebell.audit.missing.items";
    private static final ProcessorConfig PROCESSOR = ProcessorConfig.defaults();
    private static final Map<String, Object> PLAIN = Map.of();

    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Rig rig;
    private Fates fates;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        rig = Rig.of(BROKER, "fates-" + System.nanoTime(), folder);
        fates = new Fates(rig.kafka(), rig.topics(), PROCESSOR, meters, Duration.ZERO);
    }

    @AfterEach
    void close() {
        fates.close();
    }

    @Test
    void whatCameOutIsNotMissing() throws Exception {
        var before = item("before", 1, PLAIN);
        rig.send(before);
        out(before);
        commit();
        fates.look();

        var found = item("found", 1, PLAIN);
        var poison = item("poison", 1, PLAIN);
        rig.send(found, poison, before, item("secret", 1, Map.of("embargoed", "2999-01-01T00:00:00Z")));
        out(found);
        rig.send(rig.topics().dead(), poison.family().getBytes(StandardCharsets.UTF_8), new byte[] {1});
        commit();
        fates.look();
        assertThat(meters.get(METER).gauge().value()).isZero();
    }

    @Test
    void whatCameOutNowhereIsCountedOnce() throws Exception {
        fates.look();
        var told = item("told", 1, PLAIN);
        rig.send(told, item("told", 2, PLAIN), item("lost", 1, PLAIN));
        out(told);
        commit();
        fates.look();
        assertThat(meters.get(METER).gauge().value()).isEqualTo(2);
        fates.look();
        assertThat(meters.get(METER).gauge().value()).isZero();
    }

    @Test
    void waitsUntilTheProcessorIsThrough() throws Exception {
        fates.look();
        var slow = item("slow", 1, PLAIN);
        rig.send(slow);
        var looked = CompletableFuture.runAsync(() -> {
            try {
                fates.look();
            } catch (InterruptedException e) {
                throw new CompletionException(e);
            }
        });
        out(slow);
        assertThat(looked).isNotDone();
        commit();
        looked.join();
        assertThat(meters.get(METER).gauge().value()).isZero();
    }

    private static Item item(String id, int version, Map<String, Object> more) {
        return News.item(id, version, "Ferry " + id, "Ferry " + id + " came in, version " + version + ".", more);
    }

    private void out(Item item) {
        var finding = new Finding(item, "en", List.of(), List.of(), List.of(), "", "", "", Map.of());
        rig.send(rig.topics().findings(), item.family(), finding);
    }

    private void commit() throws Exception {
        var all = new HashMap<TopicPartition, OffsetAndMetadata>();
        Scan.ends(rig.kafka(), rig.topics().items())
                .forEach((partition, end) -> all.put(partition, new OffsetAndMetadata(end)));
        try (var admin = Admin.create(rig.kafka())) {
            admin.alterConsumerGroupOffsets(PROCESSOR.applicationId(), all)
                    .all()
                    .get();
        }
    }
}
