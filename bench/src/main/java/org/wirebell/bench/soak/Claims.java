package org.wirebell.bench.soak;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.wirebell.bench.Loop;
import org.wirebell.bench.News;
import org.wirebell.bench.poll.Child;
import org.wirebell.model.Topics;

/**
 * What {@code wirebell up}, all roles and the embedded broker in one process, holds while it polls so many feeds and its ledger gets so many claims: a line
 * for each tenth of them, with the most that was held since the line before, in all and without the pages of mapped files, which the system takes
 * back when it needs them. Started as everybody starts it, from the folder of the project. Arguments: claims (1000000), feeds (1000), heap in
 * MB (560), texts among which copies are looked for (50000), stories that are open at a time (15000).
 */
public final class Claims {
    /** Items that wait, so that the processor never does. */
    private static final int AHEAD = 3_000;

    private static final int AT_ONCE = 500;
    private static final int WORDS = 60;

    private Claims() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int claims = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int feeds = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
        int heap = args.length > 2 ? Integer.parseInt(args[2]) : 560;
        int texts = args.length > 3 ? Integer.parseInt(args[3]) : 50_000;
        int stories = args.length > 4 ? Integer.parseInt(args[4]) : 15_000;
        var folder = Files.createTempDirectory("wirebell-claims-");
        int port = Crew.free();
        var publisher = publisher();
        var config = config(folder, port, publisher.getAddress().getPort(), feeds, texts, stories);
        var command = List.of("env", "WIREBELL_HEAP=" + heap + "m", "./wirebell", "up", "--config", config.toString());
        try (var ours = Child.start(command, folder.resolve("log"))) {
            run(ours, Map.of("bootstrap.servers", "127.0.0.1:" + port), claims);
        } finally {
            publisher.stop(0);
            Loop.delete(folder);
        }
    }

    private static void run(Child ours, Map<String, Object> kafka, int claims)
            throws IOException, InterruptedException {
        System.out.println(
                "   claims    items   minute   resident MB   most since   without files   live heap MB   threads");
        var settings = new HashMap<>(kafka);
        settings.put("compression.type", "zstd");
        var topics = Topics.standard();
        var topic = topics.items();
        long start = System.nanoTime();
        int items = 0;
        long next = 0;
        try (var peaks = new Peaks(ours.pid());
                var producer = new KafkaProducer<>(
                        settings, topic.keys().serializer(), topic.values().serializer())) {
            for (long booked = 0; booked < claims && ours.isAlive(); ) {
                var records = Loop.records(kafka);
                booked = records.getOrDefault(topics.ledger().name(), 0L);
                if (booked >= next) {
                    double minute = (System.nanoTime() - start) / 60e9;
                    var held = Sample.of(ours.pid(), minute);
                    System.out.printf(
                            Locale.ROOT,
                            "%9d %8d %8.1f %13.0f %12.0f %15.0f %14.0f %9d%n",
                            booked,
                            items,
                            minute,
                            held.resident(),
                            peaks.resident(),
                            peaks.own(),
                            held.live(),
                            held.threads());
                    peaks.clear();
                    next += claims / 10;
                }
                if (items - records.getOrDefault(topics.findings().name(), 0L) < AHEAD) {
                    for (int i = 0; i < AT_ONCE; i++) {
                        var item = News.mixed(News.TOLL_EVERY * items++, WORDS, Instant.now());
                        producer.send(new ProducerRecord<>(topic.name(), item.family(), item));
                    }
                    producer.flush();
                } else {
                    Thread.sleep(200);
                }
            }
        }
    }

    private static Path config(Path folder, int port, int publisher, int feeds, int texts, int stories)
            throws IOException {
        var sources = IntStream.range(0, feeds)
                .mapToObj(i -> "    f%d: {url: \"http://127.0.0.1:%d/%d\", every: PT60S}%n".formatted(i, publisher, i))
                .collect(Collectors.joining());
        return Files.writeString(folder.resolve("wirebell.yaml"), """
                kafka: {embedded: {folder: "%1$s/kafka", port: %2$d}, partitions: 2}
                processor: {state-dir: "%1$s/processor", copy-texts: %4$d, open-stories: %5$d}
                alerts:
                  state-dir: "%1$s/alerts"
                  rules:
                    - {id: never, receivers: [console], query: a-word-of-none-of-them}
                desk: {port: 0, sign-in: {folder: "%1$s/desk"}}
                operations: {port: 0}
                ingest:
                  allow-private-feeds: true
                  sources:
                %3$s""".formatted(folder, port, sources, texts, stories));
    }

    /** A feed of one item at each address, which never changes. */
    private static HttpServer publisher() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                var id = exchange.getRequestURI().getPath().substring(1);
                if ("\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                    exchange.sendResponseHeaders(304, -1);
                    return;
                }
                var feed = """
                        <rss version="2.0"><channel><title>Feed %1$s</title><link>http://feed.example/%1$s</link>\
                        <item><guid>%1$s</guid><title>Council %1$s meets</title><description>The council met on Monday.</description></item></channel></rss>""".formatted(id).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
                exchange.getResponseHeaders().set("ETag", "\"1\"");
                exchange.sendResponseHeaders(200, feed.length);
                exchange.getResponseBody().write(feed);
            }
        });
        server.start();
        return server;
    }
}
