package org.wirebell.app.command;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.wirebell.app.broker.Causes;
import org.wirebell.ingest.read.Hints;
import org.wirebell.ingest.read.Reader;
import org.wirebell.model.Dead;
import org.wirebell.model.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wirebell dead}: what could not be read or processed, and another try at it. */
@Command(name = "dead", description = "Dead letters: list them, or put them through again.")
public final class DeadCommand implements Runnable {
    @Override
    public void run() {
        throw Wrong.use("wirebell dead: say list, show or redrive");
    }

    @Command(name = "list", description = "One JSON line a dead letter: where it stands, why, and how large it is.")
    int list(@Mixin Configured configured) {
        try (var cluster = Cluster.of(configured.load());
                var out = Output.lines()) {
            cluster.scan(cluster.topics().dead(), letter -> out.println(Json.plain(line(letter))));
        }
        return 0;
    }

    @Command(name = "show", description = "The raw bytes of one dead letter, on standard output.")
    int show(@Mixin Configured configured, @Parameters(paramLabel = "PARTITION:OFFSET") String position) {
        var found = new boolean[1];
        try (var cluster = Cluster.of(configured.load());
                var out = Output.lines()) {
            cluster.scan(cluster.topics().dead(), letter -> {
                if (position.equals(position(letter))) {
                    found[0] = true;
                    out.writeBytes(letter.value() == null ? new byte[0] : letter.value());
                }
            });
        }
        if (!found[0]) {
            throw none(position);
        }
        return 0;
    }

    @Command(
            name = "redrive",
            description =
                    "Puts dead letters through again: documents are read anew, records go back to the topic that they came from."
                            + " Nothing is removed; what fails again becomes a new dead letter.")
    int redrive(
            @Mixin Configured configured,
            @Parameters(paramLabel = "PARTITION:OFFSET", arity = "0..1", description = "Just this one; default: all.")
                    Optional<String> position)
            throws InterruptedException {
        var tally = new int[2];
        var sent = new ArrayList<Future<?>>();
        try (var cluster = Cluster.of(configured.load())) {
            var settings = new HashMap<>(cluster.client());
            settings.put("acks", "all");
            try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
                cluster.scan(cluster.topics().dead(), letter -> {
                    if (position.isEmpty() || position.get().equals(position(letter))) {
                        var records = again(letter, cluster);
                        records.forEach(record -> sent.add(producer.send(record)));
                        tally[records.isEmpty() ? 1 : 0]++;
                    }
                });
                for (var acknowledgement : sent) {
                    acknowledgement.get();
                }
            } catch (ExecutionException e) {
                throw Wrong.failed("wirebell dead redrive: not all records reached Kafka: " + Causes.of(e));
            }
        }
        if (position.isPresent() && tally[0] + tally[1] == 0) {
            throw none(position.get());
        }
        System.err.println(tally[0] + " put through again, " + tally[1] + " still unreadable");
        return tally[1] == 0 ? 0 : 1;
    }

    private static Wrong none(String position) {
        return Wrong.failed(
                "wirebell dead: no dead letter stands at " + position + "; 'dead list' shows where they stand");
    }

    /** What is to be sent for another try; nothing when the document still cannot be read. */
    private static List<ProducerRecord<byte[], byte[]>> again(ConsumerRecord<byte[], byte[]> letter, Cluster cluster) {
        var topic = header(letter, Dead.STREAMS_PREFIX + "topic");
        if (topic.isPresent()) {
            return List.of(new ProducerRecord<>(topic.get(), letter.key(), letter.value()));
        }
        var source = header(letter, Dead.SOURCE).orElse("redrive");
        var reading = Reader.read(letter.value(), Hints.fetched(source, "", ""));
        var items = cluster.topics().items();
        var now = InstantSource.system().instant();
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (var item : reading.items()) {
            var fields = Json.map(Json.plain(item));
            fields.put("received", now.toString());
            fields.put("source", source);
            var stamped = Json.read(Json.plain(fields), org.wirebell.model.Item.class);
            records.add(new ProducerRecord<>(
                    items.name(),
                    null,
                    now.toEpochMilli(),
                    stamped.family().getBytes(StandardCharsets.UTF_8),
                    Json.write(stamped)));
        }
        return records;
    }

    private static Map<String, Object> line(ConsumerRecord<byte[], byte[]> letter) {
        var line = new LinkedHashMap<String, Object>();
        line.put("position", position(letter));
        line.put("at", Instant.ofEpochMilli(letter.timestamp()));
        header(letter, Dead.WHERE)
                .or(() -> header(letter, Dead.STREAMS_PREFIX + "topic"))
                .ifPresent(v -> line.put("where", v));
        header(letter, Dead.SOURCE).ifPresent(v -> line.put("source", v));
        header(letter, Dead.WHY)
                .or(() -> header(letter, Dead.STREAMS_PREFIX + "exception"))
                .ifPresent(v -> line.put("why", v));
        header(letter, Dead.DETAIL)
                .or(() -> header(letter, Dead.STREAMS_PREFIX + "message"))
                .ifPresent(v -> line.put("detail", v));
        line.put("bytes", letter.value() == null ? 0 : letter.value().length);
        return line;
    }

    private static String position(ConsumerRecord<?, ?> letter) {
        return letter.partition() + ":" + letter.offset();
    }

    private static Optional<String> header(ConsumerRecord<?, ?> letter, String name) {
        return Optional.ofNullable(letter.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }
}
