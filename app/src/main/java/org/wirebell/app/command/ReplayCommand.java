package org.wirebell.app.command;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.wirebell.app.broker.Causes;
import org.wirebell.app.broker.TopicSetup;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wirebell replay}: recorded items into Kafka, as if they had just come in. */
@Command(
        name = "replay",
        description =
                "Reads items (or lines of 'wirebell read') from standard input and puts them into the items topic.")
public final class ReplayCommand implements Callable<Integer> {
    @Mixin
    private Configured configured = new Configured();

    @Option(names = "--source", description = "Source id for items that carry none; default: ${DEFAULT-VALUE}.")
    private String source = "replay";

    @Option(names = "--quiet", description = "Mark the items as backfill: state is filled, no bell rings.")
    private boolean quiet;

    @Override
    public Integer call() throws InterruptedException {
        var config = configured.load();
        try (var cluster = Cluster.of(config)) {
            TopicSetup.create(
                    cluster.client(),
                    cluster.topics(),
                    config.kafka().partitions(),
                    config.kafka().replication().map(Integer::shortValue));
            return send(cluster);
        }
    }

    private int send(Cluster cluster) throws InterruptedException {
        var items = cluster.topics().items();
        var settings = new HashMap<>(cluster.client());
        settings.put("acks", "all");
        settings.put("compression.type", "zstd");
        var sent = new ArrayList<Future<?>>();
        int exit;
        try (var producer = new KafkaProducer<>(
                settings, items.keys().serializer(), items.values().serializer())) {
            exit = new Input().items(read -> {
                var item = stamped(read, InstantSource.system().instant());
                sent.add(producer.send(new ProducerRecord<>(
                        items.name(), null, item.received().orElseThrow().toEpochMilli(), item.family(), item)));
            });
            for (var acknowledgement : sent) {
                acknowledgement.get();
            }
        } catch (ExecutionException e) {
            throw Wrong.failed("wirebell replay: not all items reached Kafka: " + Causes.of(e));
        }
        System.err.println(sent.size() + " items sent");
        return exit;
    }

    private Item stamped(Item item, Instant now) {
        var fields = Json.map(Json.plain(item));
        fields.put("received", now.toString());
        fields.putIfAbsent("source", source);
        if (quiet) {
            fields.put("backfill", true);
        }
        return Json.read(Json.plain(fields), Item.class);
    }
}
