package org.wirebell.bench.peers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.wirebell.bench.FeedKind.Story;
import org.wirebell.bench.Hook;
import org.wirebell.bench.Loop;
import org.wirebell.bench.poll.Child;
import org.wirebell.model.Json;

/** Sends items at a steady rate, and hears of them at the other end. */
final class Receiver implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("t\\d+t");
    private static final int WORDS = 150;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int QUIET_SECONDS = 10;

    private final Hook hook;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Long> sent = new ConcurrentHashMap<>();

    /**
     * What a run came to.
     *
     * @param delays from the sending of each item to the first word of it, in milliseconds, sorted
     * @param cpuMillis of the process between, for each item
     */
    record Trial(int sent, List<Double> delays, double cpuMillis) {
        double at(double share) {
            return Loop.at(delays, share);
        }
    }

    private Receiver(Hook hook) {
        this.hook = hook;
    }

    static Receiver open() throws IOException {
        return new Receiver(Hook.open(TOKEN));
    }

    Hook hook() {
        return hook;
    }

    /** Waits until the process passes items on, lets it warm up, then counts. */
    Trial trial(Child process, String address, String token) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int i = 0; hook.heard().isEmpty(); i++) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IOException(address + " passes nothing on");
            }
            post(address, token, i);
            Thread.sleep(Duration.ofMillis(500));
        }
        int rate = Pushing.rate();
        run(address, token, 10_000, rate * (int) Pushing.warmUp().toSeconds());
        drain(); // so that what is counted does not wait behind the warm-up
        sent.clear();
        double cpu = process.cpu();
        int count = rate * (int) Pushing.length().toSeconds();
        run(address, token, 100_000, count);
        drain();
        double cost = (process.cpu() - cpu) * 1_000 / count;
        var delays = sent.entrySet().stream()
                .filter(each -> hook.heard().containsKey(each.getKey()))
                .map(each -> (hook.heard().getOrDefault(each.getKey(), 0L) - each.getValue()) / 1e6)
                .sorted()
                .toList();
        return new Trial(count, delays, cost);
    }

    /** Waits for what was sent, as long as something still comes. */
    private void drain() throws InterruptedException {
        int before = -1;
        for (int quiet = 0; quiet < QUIET_SECONDS && !hook.heard().keySet().containsAll(sent.keySet()); quiet++) {
            Thread.sleep(Duration.ofSeconds(1));
            if (hook.heard().size() != before) {
                before = hook.heard().size();
                quiet = 0;
            }
        }
    }

    private void run(String address, String token, int from, int count) throws InterruptedException {
        long next = System.nanoTime();
        for (int i = from; i < from + count; i++) {
            post(address, token, i);
            next += 1_000_000_000 / Pushing.rate();
            Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
        }
    }

    /** Each item is a story of its own: a second item of one story would be no news, and rightly not be sent. */
    private void post(String address, String token, int i) {
        var story = Story.mixed(i * 4, WORDS, Instant.now());
        var name = "t" + i + "t";
        var document = new LinkedHashMap<String, Object>();
        document.put("uri", "urn:push:" + name);
        document.put("version", "1");
        document.put("versioncreated", story.published().toString());
        document.put("language", "en");
        document.put("headline", story.headline() + ": " + Hook.WORDS + " " + name);
        document.put("body_text", story.text());
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(Json.plain(document)));
        sent.put(name, System.nanoTime());
        http.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding()).whenComplete((reply, failure) -> {
            if (failure != null || reply.statusCode() >= 300) {
                sent.remove(name); // it is not on its way: before the first word nobody may be there yet
            }
        });
    }

    @Override
    public void close() {
        hook.close();
        http.close();
    }
}
