package org.wirebell.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.wirebell.app.AppConfig;
import org.wirebell.app.config.ConfigFile;
import org.wirebell.app.config.Loaded;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.model.Topic;

/**
 * The whole path through the embedded broker: how many items a second, and how long from receipt to notice at a modest rate.
 * Prints a table and one JSON line, with who used the processor and how many records each item became. Arguments: items for throughput
 * (20000), items a second for latency (20), seconds (30), words of an item (300), items before those that count (2000), stream threads of the processor (1), seconds at
 * that rate before those that count (0).
 */
public final class EndToEnd {
    private final int words;
    private final int warmUp;
    private final int threads;

    /**
     * @param warmUp items that go through before those that count
     * @param threads stream threads of the processor
     */
    private EndToEnd(int words, int warmUp, int threads) {
        this.words = words;
        this.warmUp = warmUp;
        this.threads = threads;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int items = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        int rate = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 30;
        int words = args.length > 3 ? Integer.parseInt(args[3]) : 300;
        int warmUp = args.length > 4 ? Integer.parseInt(args[4]) : 2_000;
        int threads = args.length > 5 ? Integer.parseInt(args[5]) : 1;
        int lead = args.length > 6 ? Integer.parseInt(args[6]) : 0;
        new EndToEnd(words, warmUp, threads).run(items, rate, lead, seconds);
    }

    private void run(int items, int rate, int lead, int seconds) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("wirebell-bench-");
        try (var quiet = new PrintStream(PrintStream.nullOutputStream());
                var station = Station.start(
                        config(folder, threads), EnumSet.of(Role.PROCESS, Role.ALERT), InstantSource.system(), quiet)) {
            var topics = config(folder, threads).kafka().topics();
            var topic = topics.items();
            try (var producer = new KafkaProducer<>(
                            producer(station.kafka()),
                            topic.keys().serializer(),
                            topic.values().serializer());
                    var findings = Loop.unread(station.kafka(), topics.findings());
                    var results = Loop.follow(station.kafka(), topics.results())) {
                send(producer, topic, 0, warmUp);
                count(findings, warmUp);
                var records = Loop.records(station.kafka());
                long start = System.nanoTime();
                var before = Cpu.now();
                send(producer, topic, warmUp, items);
                count(findings, items);
                double took = (System.nanoTime() - start) / 1e9;
                var busy = Cpu.now().since(before);
                drain(results, Duration.ofSeconds(5));
                var become = Loop.records(station.kafka());
                var calm = Cpu.now();
                var latencies = latencies(producer, topic, results, warmUp + items, rate, lead, seconds);
                var atRate = Cpu.now().since(calm);
                report(items, took, busy, latencies, rate, seconds);
                System.out.printf(
                        "%-40s %10.2f%n",
                        "cores at that rate", atRate.process().toMillis() / 1000.0 / (lead + seconds));
                atRate.threads()
                        .forEach((name, used) -> System.out.printf(
                                "%-40s %10.2f%n", "- " + name, used.toMillis() / 1000.0 / (lead + seconds)));
                become.forEach((name, count) -> System.out.printf(
                        "%-60s %8.3f an item%n", name, (count - records.getOrDefault(name, 0L)) / (double) items));
            }
        } finally {
            Loop.delete(folder);
        }
    }

    private static List<Double> latencies(
            KafkaProducer<String, Item> producer,
            Topic<String, Item> topic,
            KafkaConsumer<String, org.wirebell.model.Result> results,
            int from,
            int rate,
            int lead,
            int seconds)
            throws InterruptedException {
        var latencies = new ArrayList<Double>();
        int expected = 0;
        long start = System.nanoTime();
        for (int n = 0; n < rate * (lead + seconds); n++) {
            int i = (from / News.TOLL_EVERY + 1 + n) * News.TOLL_EVERY; // a toll of its own each
            send(producer, topic, News.item(i, Instant.now()));
            producer.flush();
            expected++;
            long due = start + (n + 1) * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                take(results, latencies, Duration.ofMillis(Math.max(1, (due - System.nanoTime()) / 1_000_000)));
            }
        }
        for (int i = 0; i < 200 && latencies.size() < expected; i++) {
            take(results, latencies, Duration.ofMillis(200));
        }
        var counted = new ArrayList<>(latencies.subList(Math.min(rate * lead, latencies.size()), latencies.size()));
        Collections.sort(counted);
        return counted;
    }

    private static void take(
            KafkaConsumer<String, org.wirebell.model.Result> results, List<Double> latencies, Duration wait) {
        results.poll(wait).forEach(record -> {
            if (record.value().receiver().equals("console")
                    && record.value().outcome().isFinal()) {
                latencies.add(record.value().latencySeconds() * 1000);
            }
        });
    }

    private void report(int items, double took, Cpu busy, List<Double> latencies, int rate, int seconds) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("items", items);
        figures.put("words", words);
        figures.put("itemsBefore", warmUp);
        figures.put("itemsPerSecond", Math.round(items / took));
        figures.put("cpuMicrosPerItem", busy.process().toNanos() / 1000 / items);
        busy.threads().forEach((name, used) -> figures.put("cpuMicros " + name, used.toNanos() / 1000 / items));
        figures.put("rate", rate);
        figures.put("noticesDue", rate * seconds);
        figures.put("notices", latencies.size());
        figures.put("p50Millis", Math.round(at(latencies, 0.50)));
        figures.put("p99Millis", Math.round(at(latencies, 0.99)));
        figures.put("maxMillis", Math.round(latencies.getLast()));
        figures.forEach((name, value) -> System.out.printf("%-40s %10s%n", name, value));
        System.out.println(Json.plain(figures));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
    }

    private void send(KafkaProducer<String, Item> producer, Topic<String, Item> topic, int from, int count) {
        for (int i = from; i < from + count; i++) {
            send(producer, topic, News.mixed(i, words, Instant.now()));
        }
        producer.flush();
    }

    private static void send(KafkaProducer<String, Item> producer, Topic<String, Item> topic, Item item) {
        producer.send(new ProducerRecord<>(topic.name(), item.family(), item));
    }

    private static void count(KafkaConsumer<?, ?> consumer, int expected) {
        for (int seen = 0; seen < expected; ) {
            seen += consumer.poll(Duration.ofMillis(200)).count();
        }
    }

    private static void drain(KafkaConsumer<?, ?> consumer, Duration calm) {
        long end = System.nanoTime() + calm.toNanos();
        while (System.nanoTime() < end) {
            if (!consumer.poll(Duration.ofMillis(200)).isEmpty()) {
                end = System.nanoTime() + calm.toNanos();
            }
        }
    }

    static Map<String, Object> producer(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.put("acks", "all");
        settings.put("compression.type", "zstd");
        return settings;
    }

    /** Processor and alerts on an embedded broker, all of it in this folder. */
    static AppConfig config(Path folder, int threads) {
        var yaml = """
                kafka: {embedded: {folder: "%1$s/kafka", port: 0}}
                processor: {state-dir: "%1$s/processor", threads: %2$d}
                alerts:
                  state-dir: "%1$s/alerts"
                  rules:
                    - {id: toll, receivers: [console], figure: {category: [killed], first: true}}
                operations: {port: 0}
                """.formatted(folder, threads);
        return switch (ConfigFile.read("bench", yaml, AppConfig.class)) {
            case Loaded.Good<AppConfig>(var config) -> config;
            case Loaded.Bad<AppConfig> bad -> throw new IllegalStateException(bad.toString());
        };
    }
}
