package org.wirebell.bench.soak;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.wirebell.bench.FeedKind.Story;
import org.wirebell.bench.Loop;
import org.wirebell.model.Json;

/**
 * Broker and roles, each a process of its own, under five times the load of a busy minute: first undisturbed, then, if asked for, amid faults.
 * Prints what each holds every two minutes; at the end its slopes over the undisturbed time, and whether every item that was taken has its
 * finding and every notice its result. Arguments: minutes (60), items a second (15), words (300), minutes of faults (0), their seed (1).
 */
public final class Soak {
    private static final Duration BETWEEN = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** In which what faults have held up comes through, however long its receiver is left alone after the last attempt. */
    private static final Duration SETTLING = Duration.ofMinutes(4);

    private final Crew crew;
    private final double rate;
    private final int words;
    private final Map<String, Held> held = new LinkedHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private int sent;

    private Soak(Crew crew, double rate, int words) {
        this.crew = crew;
        this.rate = rate;
        this.words = words;
    }

    public static void main(String[] args) throws Exception {
        var minutes = Duration.ofMinutes(args.length > 0 ? Integer.parseInt(args[0]) : 60);
        double rate = args.length > 1 ? Double.parseDouble(args[1]) : 15;
        int words = args.length > 2 ? Integer.parseInt(args[2]) : 300;
        var faults = Duration.ofMinutes(args.length > 3 ? Integer.parseInt(args[3]) : 0);
        long seed = args.length > 4 ? Long.parseLong(args[4]) : 1;
        var folder = Files.createTempDirectory("wirebell-soak-");
        try (var outside = new Outside();
                var crew = new Crew(folder, outside.address())) {
            var soak = new Soak(crew, rate, words);
            var all = new LinkedHashMap<String, Object>();
            all.put("itemsASecond", rate);
            all.put("words", words);
            soak.undisturbed(minutes);
            if (faults.isPositive()) {
                all.put("seed", seed);
                all.put("faults", soak.amid(new Mix(crew, outside, seed), faults));
            }
            all.put("notTaken", soak.refused.get());
            all.putAll(new Account(crew.kafka()).of(soak.taken, outside.heard()));
            all.put("roles", soak.held.values().stream().map(Held::summary).toList());
            System.out.println(Json.plain(all));
        } finally {
            Loop.delete(folder);
        }
    }

    private void undisturbed(Duration length) throws IOException, InterruptedException {
        awaitPush();
        long start = System.nanoTime();
        long look = start;
        while (System.nanoTime() - start < length.toNanos()) {
            keepPace();
            if (System.nanoTime() >= look) {
                look += BETWEEN.toNanos();
                sample((System.nanoTime() - start) / 60e9);
            }
        }
        sample(length.toMinutes());
    }

    /** @return how often each fault struck, and how often each process was started */
    private Map<String, Object> amid(Mix mix, Duration length) throws Exception {
        var over = new AtomicBoolean();
        var load = Thread.ofVirtual().start(() -> {
            while (!over.get()) {
                keepPace();
            }
        });
        try {
            mix.run(length);
        } finally {
            over.set(true);
            load.join();
        }
        settle();
        var told = new LinkedHashMap<String, Object>(mix.struck());
        told.put("starts", crew.starts());
        return told;
    }

    private void settle() throws IOException, InterruptedException {
        for (long end = System.nanoTime() + SETTLING.toNanos(); System.nanoTime() < end; ) {
            crew.keepUp();
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    private void awaitPush() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int i = 1; taken.isEmpty(); i++) {
            if (System.nanoTime() > end) {
                throw new IOException("ingest takes nothing:\n" + crew.said("ingest"));
            }
            post(-i);
            Thread.sleep(Duration.ofMillis(500));
        }
    }

    private void sample(double minute) throws IOException {
        var running = crew.running();
        for (var role : crew.starts().keySet()) {
            var process = running.get(role);
            if (process == null) {
                throw new IOException(role + " has ended:\n" + crew.said(role));
            }
            held.computeIfAbsent(role, Held::new).add(Sample.of(process, minute));
        }
        System.out.printf("%6.1f min  %d items taken%n", minute, taken.size());
    }

    /** Sends one item, then waits until the next one is due. */
    private void keepPace() {
        long due = System.nanoTime() + (long) (1e9 / rate);
        post(sent++);
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void post(int i) {
        var story = Story.mixed(i, words, Instant.now());
        var document = new LinkedHashMap<String, Object>();
        document.put("uri", "urn:soak:" + i);
        document.put("version", "1");
        document.put("versioncreated", story.published().toString());
        document.put("language", "en");
        document.put("headline", story.headline());
        document.put("body_text", story.text());
        var request = HttpRequest.newBuilder(crew.push())
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + Crew.TOKEN)
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
}
