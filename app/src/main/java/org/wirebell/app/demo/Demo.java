package org.wirebell.app.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wirebell.app.AppConfig;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;
import org.wirebell.model.FeedState;

/**
 * Everything in one process on an embedded broker in a temporary folder, fed with the samples: feeds over HTTP, one wire
 * pushed, the others dropped into folders. What the first minute brings lies there when the watch begins; each minute waits
 * until the one before is wholly worked through.
 */
public final class Demo implements AutoCloseable {
    /** The receiver whose notices are held against the expectation. */
    private static final String RECEIVER = "console";
    /** The wire that is pushed over HTTP; the others come by folder. */
    private static final String PUSHED = "meridian";

    private static final Duration STEP_LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Script script;
    private final Path drop;
    private final String token;
    private final FeedServer publishers;
    private final Station station;
    private final Settled settled;
    private final Notices notices;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Brought first;

    private Demo(
            Script script,
            Path drop,
            String token,
            FeedServer publishers,
            Brought first,
            Station station,
            AppConfig config)
            throws InterruptedException {
        this.script = script;
        this.first = first;
        this.drop = drop;
        this.token = token;
        this.publishers = publishers;
        this.station = station;
        this.settled = new Settled(station.kafka(), config);
        this.notices = new Notices(station.kafka(), config.kafka().topics());
    }

    /** Turns the demo's settings into a configuration, with the values of {@code ${name}} filled in. */
    @FunctionalInterface
    public interface Settings {
        AppConfig with(Map<String, String> values);
    }

    /** What a minute has laid ready: feeds with the hash of what they hold, files in the folders of their wires. */
    private record Brought(Map<String, String> feeds, List<Path> files) {}

    /**
     * Starts publishers and station, which find there what the first minute brings; the rest of the script waits to be played.
     *
     * @param folder for everything that the demo writes
     */
    public static Demo start(Path samples, Path folder, Settings settings, PrintStream console)
            throws IOException, InterruptedException {
        var script = Script.of(samples);
        var drop = folder.resolve("drop");
        for (var source : script.wires()) {
            Files.createDirectories(drop.resolve(source));
        }
        var token = java.util.UUID.randomUUID().toString();
        Files.writeString(folder.resolve("push-token"), token);
        var publishers = FeedServer.start();
        var first = bring(script.steps().firstEntry().getValue(), publishers, drop);
        var config = settings.with(Map.of("feeds", publishers.address(), "folder", folder.toString()));
        var station = Station.start(config, EnumSet.allOf(Role.class), InstantSource.system(), console);
        return new Demo(script, drop, token, publishers, first, station, config);
    }

    public Station station() {
        return station;
    }

    /** The minutes of the script, in order. */
    public List<String> minutes() {
        return List.copyOf(script.steps().keySet());
    }

    /** Publishes what this minute brings, unless it is there already, and waits until it is worked through. */
    public void play(String minute) throws IOException, InterruptedException {
        var step = Objects.requireNonNull(script.steps().get(minute), () -> "no samples of " + minute);
        var brought = minute.equals(script.steps().firstKey()) ? first : bring(step, publishers, drop);
        for (var wire : step.wires()) {
            if (wire.source().equals(PUSHED)) {
                push(wire);
            }
        }
        until("feeds of " + minute + " fetched", () -> fetched(brought.feeds()));
        until("wires of " + minute + " taken", () -> brought.files().stream().noneMatch(Files::exists));
        if (!settled.await(STEP_LIMIT)) {
            throw new IOException("the samples of " + minute + " were not worked through within " + STEP_LIMIT);
        }
    }

    /** Whether anything was told since this was asked for the last time. */
    public boolean rang() {
        return notices.more();
    }

    /** Holds what was sent against the expectation, after letting open notices end. */
    public Verdict verdict(Path expectation) throws IOException, InterruptedException {
        until("notices sent", () -> !notices.more() && notices.open() == 0);
        var sent = notices.toldTo(RECEIVER);
        var verdict = Expected.read(expectation).check(sent);
        return new Verdict(sent.size(), verdict.missing(), verdict.unexpected());
    }

    /** How many alerts came, and what of them was missing or too much. */
    public record Verdict(int sent, List<String> missing, List<String> unexpected) {
        public boolean good() {
            return missing.isEmpty() && unexpected.isEmpty();
        }
    }

    @Override
    public void close() {
        notices.close();
        settled.close();
        station.close();
        publishers.close();
        http.close();
    }

    private boolean fetched(Map<String, String> published) {
        var known = new HashMap<String, FeedState>();
        station.sources().forEach(state -> known.put(state.source(), state));
        return published.entrySet().stream()
                .allMatch(feed -> known.containsKey(feed.getKey())
                        && known.get(feed.getKey()).bodyHash().equals(feed.getValue()));
    }

    private static Brought bring(Script.Step step, FeedServer publishers, Path drop) throws IOException {
        var feeds = new HashMap<String, String>();
        for (var feed : step.feeds()) {
            feeds.put(feed.source(), publishers.publish(feed));
        }
        var files = new ArrayList<Path>();
        for (var wire : step.wires()) {
            if (!wire.source().equals(PUSHED)) {
                files.add(drop(wire, drop.resolve(wire.source())));
            }
        }
        return new Brought(feeds, files);
    }

    private static Path drop(Script.Event wire, Path folder) throws IOException {
        var target = folder.resolve(wire.file().getFileName().toString());
        var partial = target.resolveSibling(target.getFileName() + ".part");
        Files.copy(wire.file(), partial);
        return Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private void push(Script.Event wire) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + station.pushPort() + "/push/" + wire.source()))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofFile(wire.file()))
                .build();
        var reply = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() != 202) {
            throw new IOException("pushing " + wire.file() + ": " + reply.statusCode() + " " + reply.body());
        }
    }

    private static void until(String what, java.util.function.BooleanSupplier done)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + STEP_LIMIT.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IOException("still waiting after " + STEP_LIMIT + ": " + what);
            }
            Thread.sleep(LOOK);
        }
    }
}
