package org.wirebell.bench.soak;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.wirebell.app.Main;
import org.wirebell.bench.FeedKind.Story;
import org.wirebell.bench.Loop;
import org.wirebell.bench.poll.BrokerAlone;
import org.wirebell.bench.poll.Child;
import org.wirebell.model.Json;
import org.wirebell.model.Topics;

/**
 * Broker and roles, each a process of its own, under five times the load of a busy minute. Prints what each holds every two minutes, at the end
 * slopes, and whether every item that was taken has its finding and every notice its result. Arguments: minutes (60), items a second (15), words (300).
 */
public final class Soak {
    private static final Duration BETWEEN = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String TOKEN = "a-token-for-this-run-only";
    /** With these the system counts less than 512 MB for each role. */
    private static final List<String> FRUGAL = List.of(
            "-XX:+UseSerialGC",
            "-Xmx224m",
            "-Xss512k",
            "-XX:MaxMetaspaceSize=128m",
            "-XX:ReservedCodeCacheSize=64m",
            "-Djdk.virtualThreadScheduler.parallelism=4");

    private final Path folder;
    private final Map<String, Child> children = new LinkedHashMap<>();
    private final Map<String, Held> held = new LinkedHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger heard = new AtomicInteger();

    private Soak(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        int minutes = args.length > 0 ? Integer.parseInt(args[0]) : 60;
        double rate = args.length > 1 ? Double.parseDouble(args[1]) : 15;
        int words = args.length > 2 ? Integer.parseInt(args[2]) : 300;
        var folder = Files.createTempDirectory("wirebell-soak-");
        try {
            new Soak(folder).run(Duration.ofMinutes(minutes), rate, words);
        } finally {
            Loop.delete(folder);
        }
    }

    private void run(Duration length, double rate, int words) throws Exception {
        var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
                heard.incrementAndGet();
                exchange.sendResponseHeaders(204, -1);
            }
        });
        receiver.start();
        int port = free();
        try {
            var broker = Child.java(
                    folder.resolve("broker.log"),
                    List.of("-XX:+UseSerialGC", "-Xmx512m"),
                    BrokerAlone.class,
                    folder.resolve("kafka").toString());
            children.put("broker", broker);
            var kafka = broker.await("bootstrap");
            var config = config(kafka, port, receiver.getAddress().getPort());
            for (var role : List.of("ingest", "process", "alert", "desk")) {
                children.put(
                        role,
                        Child.java(
                                folder.resolve(role + ".log"),
                                FRUGAL,
                                Main.class,
                                role,
                                "--config",
                                config.toString()));
            }
            load(URI.create("http://127.0.0.1:" + port + "/push/wire"), length, rate, words);
            report(kafka, rate, words);
        } finally {
            for (var child : List.copyOf(children.values()).reversed()) {
                child.close();
            }
            receiver.stop(0);
            http.close();
        }
    }

    private void load(URI address, Duration length, double rate, int words) throws IOException, InterruptedException {
        awaitPush(address, words);
        long start = System.nanoTime();
        long look = start;
        for (int i = 0; System.nanoTime() - start < length.toNanos(); i++) {
            post(address, i, words);
            if (System.nanoTime() >= look) {
                look += BETWEEN.toNanos();
                sample((System.nanoTime() - start) / 60e9);
            }
            long due = start + (long) (i * 1e9 / rate);
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        }
        sample(length.toMinutes());
    }

    private void awaitPush(URI address, int words) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int i = 1; taken.isEmpty(); i++) {
            if (System.nanoTime() > end) {
                throw new IOException("ingest takes nothing: see " + folder);
            }
            post(address, -i, words);
            Thread.sleep(Duration.ofMillis(500));
        }
    }

    private void sample(double minute) throws IOException {
        for (var child : children.entrySet()) {
            if (!child.getValue().isAlive()) {
                throw new IOException(
                        child.getKey() + " has ended:\n" + Files.readString(folder.resolve(child.getKey() + ".log")));
            }
            held.computeIfAbsent(child.getKey(), Held::new)
                    .add(Sample.of(child.getValue().pid(), minute));
        }
        System.out.printf("%6.1f min  %d items taken, %d notices heard%n", minute, taken.size(), heard.get());
    }

    private void post(URI address, int i, int words) {
        var story = Story.mixed(i, words, Instant.now());
        var document = new LinkedHashMap<String, Object>();
        document.put("uri", "urn:soak:" + i);
        document.put("version", "1");
        document.put("versioncreated", story.published().toString());
        document.put("language", "en");
        document.put("headline", story.headline());
        document.put("body_text", story.text());
        var request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + TOKEN)
                .POST(HttpRequest.BodyPublishers.ofString(Json.plain(document)))
                .build();
        http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete((reply, failure) -> {
            if (failure == null && reply.statusCode() < 300) {
                taken.add("urn:soak:" + i);
            } else if (i >= 0) {
                refused.incrementAndGet();
            }
        });
    }

    /** Reads findings, notices and results from their beginning until all is there or nothing more comes. */
    private void report(String bootstrap, double rate, int words) throws InterruptedException {
        var kafka = Map.<String, Object>of("bootstrap.servers", bootstrap);
        var topics = new Topics(Topics.DEFAULT_PREFIX);
        var missing = ConcurrentHashMap.<String>newKeySet();
        missing.addAll(taken);
        try (var findings = Loop.follow(kafka, topics.findings())) {
            drain(findings, finding -> missing.remove(finding.item().id()));
        }
        var open = ConcurrentHashMap.<String>newKeySet();
        try (var notices = Loop.follow(kafka, topics.notices())) {
            drain(notices, notice -> open.add(notice.id()));
        }
        int planned = open.size();
        try (var results = Loop.follow(kafka, topics.results())) {
            drain(results, result -> open.remove(result.notice()));
        }
        var all = new LinkedHashMap<String, Object>();
        all.put("itemsASecond", rate);
        all.put("words", words);
        all.put("taken", taken.size());
        all.put("notTaken", refused.get());
        all.put("withoutFinding", missing.size());
        all.put("notices", planned);
        all.put("withoutResult", open.size());
        all.put("roles", held.values().stream().map(Held::summary).toList());
        System.out.println(Json.plain(all));
    }

    private static <V> void drain(KafkaConsumer<String, V> consumer, java.util.function.Consumer<V> each) {
        for (int quiet = 0; quiet < 10; quiet++) {
            var records = consumer.poll(Duration.ofSeconds(1));
            for (var record : records) {
                if (record.value() != null) {
                    each.accept(record.value());
                }
                quiet = 0;
            }
        }
    }

    private Path config(String kafka, int push, int hook) throws IOException {
        Files.writeString(folder.resolve("token"), TOKEN);
        Files.writeString(folder.resolve("secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        return Files.writeString(folder.resolve("wirebell.yaml"), """
                kafka: {bootstrap: "%2$s", partitions: 2}
                ingest: {push: {host: 127.0.0.1, port: %3$d, token-file: "%1$s/token"}}
                processor: {state-dir: "%1$s/processor", copy-texts: 10000, open-stories: 5000}
                alerts:
                  state-dir: "%1$s/alerts"
                  delivery: {allow-private-receivers: true}
                  receivers: {webhooks: {hook: {url: "http://127.0.0.1:%4$d/hook", secret-files: ["%1$s/secret"]}}}
                  desks: {main: {budget: {per-hour: 1000000, burst: 1000000}, storm: 1000000}}
                  rules:
                    - {id: toll, receivers: [hook], figure: {category: [killed], first: true}}
                    - {id: collapse, receivers: [hook], query: pit OR mine}
                desk: {port: 0, sign-in: {folder: "%1$s/desk"}}
                operations: {port: 0}
                """.formatted(folder, kafka, push, hook));
    }

    private static int free() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
