package org.wirebell.bench.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.wirebell.app.Main;
import org.wirebell.bench.poll.Child;
import org.wirebell.model.Topics;

/**
 * Work (d): items pushed by HTTP at a steady rate, each of which a receiver is to hear of by HTTP. Node-RED passes them
 * on in memory; ours keeps each in Kafka three times on its way and sends each notice once. Both run in a process of
 * their own, at their default settings but for limits of how many notices one gets.
 */
final class Pushing {
    private static final int RATE = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final String TOKEN = "a-token-for-this-run-only";

    private Pushing() {}

    private record Results(Table middle, Table worst, Table cost) {
        /** @param ours the row that the others are compared with */
        static Results of(String ours) {
            var what = "pushed at " + RATE + "/s to the receiver";
            return new Results(
                    new Table(what + ", p50", "ms", ours),
                    new Table(what + ", p99", "ms", ours),
                    new Table(what, "CPU ms", ours));
        }

        void note(String row, Receiver.Trial trial) {
            middle.add(row, trial.at(0.5));
            worst.add(row, trial.at(0.99));
            cost.add(row, trial.cpuMillis());
            System.out.println(row + ": " + trial.delays().size() + " of " + trial.sent() + " came");
        }

        List<Table> print() {
            var tables = List.of(middle, worst, cost);
            tables.forEach(Table::print);
            return tables;
        }
    }

    static List<Table> tables(Path folder, int turns) throws Exception {
        Files.createDirectories(folder);
        var results = Results.of("Wirebell");
        var missing = Installed.missing("Node-RED");
        for (int turn = 0; turn < turns; turn++) {
            try (var receiver = Receiver.open()) {
                int port = free();
                var own = Files.createDirectories(folder.resolve("wirebell" + turn));
                try (var ours = ours(own, port, 0, receiver, false)) {
                    results.note("Wirebell", trial(receiver, ours, port));
                }
            }
            if (missing.isPresent()) {
                results.middle.missing("Node-RED", missing.get());
                continue;
            }
            try (var receiver = Receiver.open()) {
                int port = free();
                try (var theirs = nodeRed(Files.createDirectories(folder.resolve("node-red" + turn)), port, receiver)) {
                    results.note("Node-RED", receiver.trial(theirs, "http://127.0.0.1:" + port + "/news", ""));
                }
            }
        }
        return results.print();
    }

    /**
     * Ours four times: what a receiver hears alone, with another beside it that takes five seconds for each answer, with a consumer of the
     * topics that keeps up, and with one that takes a record a second.
     */
    static List<Table> besideSlow(Path folder, int turns) throws Exception {
        Files.createDirectories(folder);
        var results = Results.of("alone");
        for (int turn = 0; turn < turns; turn++) {
            for (var row :
                    List.of("alone", "beside a slow receiver", "beside a quick consumer", "beside a slow consumer")) {
                try (var receiver = Receiver.open()) {
                    int port = free();
                    int kafka = free();
                    var own = Files.createDirectories(folder.resolve(row.replace(' ', '-') + turn));
                    try (var ours = ours(own, port, kafka, receiver, row.endsWith("receiver"));
                            AutoCloseable _ = consumer(row, kafka)) {
                        results.note(row, trial(receiver, ours, port));
                    }
                }
            }
        }
        return results.print();
    }

    private static AutoCloseable consumer(String row, int kafka) {
        return switch (row) {
            case "beside a quick consumer" -> consumer(kafka, 500, Duration.ZERO);
            case "beside a slow consumer" ->
                consumer(kafka, 1, Duration.ofSeconds(1)); // cannot keep up with what comes out
            default -> () -> {};
        };
    }

    /** Takes so many records of items, findings and notices at most, and looks for the next ones after a pause. */
    private static AutoCloseable consumer(int kafka, int records, Duration pause) {
        var topics = Topics.standard();
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                "127.0.0.1:" + kafka,
                "group.id",
                "other",
                "auto.offset.reset",
                "earliest",
                "max.poll.records",
                records);
        return Thread.ofPlatform().daemon().start(() -> {
            try (var consumer =
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer.subscribe(List.of(
                        topics.items().name(),
                        topics.findings().name(),
                        topics.notices().name()));
                while (!Thread.interrupted()) {
                    consumer.poll(Duration.ofMillis(200));
                    Thread.sleep(pause);
                }
            } catch (InterruptException | InterruptedException _) {
                // the trial is over
            }
        })::interrupt;
    }

    private static Receiver.Trial trial(Receiver receiver, Child ours, int port)
            throws IOException, InterruptedException {
        return receiver.trial(ours, "http://127.0.0.1:" + port + "/push/wire", TOKEN);
    }

    static int rate() {
        return RATE;
    }

    static Duration warmUp() {
        return WARM_UP;
    }

    static Duration length() {
        return LENGTH;
    }

    /**
     * @param kafka port of the broker; 0 for any
     * @param besideSlow whether a slow receiver of the same notices stands beside the other
     */
    private static Child ours(Path folder, int port, int kafka, Receiver receiver, boolean besideSlow)
            throws IOException {
        Files.writeString(folder.resolve("token"), TOKEN);
        var config = Files.writeString(
                folder.resolve("wirebell.yaml"),
                """
                kafka: {embedded: {folder: "%1$s/kafka", port: %3$d}, partitions: 2}
                ingest: {push: {host: 127.0.0.1, port: %2$d, token-file: "%1$s/token"}}
                """.formatted(folder, port, kafka) + receiver.hook().config(folder, besideSlow));
        return Child.java(folder.resolve("log"), Child.ROLE, Main.class, "up", "--config", config.toString());
    }

    /** HTTP in, a switch on the headline, HTTP request out. */
    private static Child nodeRed(Path folder, int port, Receiver receiver) throws IOException {
        Files.writeString(
                folder.resolve("settings.js"),
                "module.exports = {uiHost: '127.0.0.1', logging: {console: {level: 'error'}}};");
        var flow = Files.readString(Path.of("bench", "peers", "flows.json"))
                .replace("RECEIVER", receiver.hook().address());
        Files.writeString(folder.resolve("flows.json"), flow);
        return Child.start(
                List.of(
                        "node",
                        Installed.NODE_MODULES.resolve("node-red/red.js").toString(),
                        "-u",
                        folder.toString(),
                        "-s",
                        folder.resolve("settings.js").toString(),
                        "-p",
                        Integer.toString(port),
                        folder.resolve("flows.json").toString()),
                folder.resolve("log"));
    }

    private static int free() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
