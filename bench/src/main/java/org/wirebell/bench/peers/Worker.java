package org.wirebell.bench.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A bare reader in a process of its own: each line of its input is one pass over the files or addresses in a list. Says
 * {@code done N}: items read, or new ones. A poll is conditional, remembers identifiers in memory, and writes new
 * titles to a file; no more. Arguments: engine, {@code parse} or {@code poll}, list, file.
 */
final class Worker {
    private static final int AT_ONCE = 16;

    private final Engine engine;
    private final Path out;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(String etag, String lastModified, Set<String> seen) {}

    private Worker(Engine engine, Path out) {
        this.engine = engine;
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        var worker = new Worker(Engine.valueOf(args[0].toUpperCase(Locale.ROOT)), Path.of(args[3]));
        var names = Files.readAllLines(Path.of(args[2]));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println("done " + (args[1].equals("poll") ? worker.poll(names) : worker.parse(names)));
        }
    }

    private int parse(List<String> files) throws Exception {
        int items = 0;
        for (var file : files) {
            items += engine.read(Files.readAllBytes(Path.of(file))).size();
        }
        return items;
    }

    private int poll(List<String> addresses) throws InterruptedException, ExecutionException, IOException {
        var fresh = new ArrayList<Engine.Entry>();
        try (var threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var polls = new ArrayList<Future<List<Engine.Entry>>>();
            for (var address : addresses) {
                polls.add(threads.submit(() -> poll(address)));
            }
            for (var poll : polls) {
                fresh.addAll(poll.get());
            }
        }
        Files.write(
                out,
                fresh.stream().map(entry -> entry.id() + " " + entry.title()).toList(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return fresh.size();
    }

    private List<Engine.Entry> poll(String address) throws Exception {
        var before = known.getOrDefault(address, new Known("", "", Set.of()));
        var request = HttpRequest.newBuilder(URI.create(address));
        if (!before.etag().isEmpty()) {
            request.header("If-None-Match", before.etag()).header("If-Modified-Since", before.lastModified());
        }
        var reply = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (reply.statusCode() != 200) {
            return List.of();
        }
        var seen = new HashSet<>(before.seen());
        var fresh = engine.read(reply.body()).stream()
                .filter(entry -> seen.add(entry.id()))
                .toList();
        known.put(
                address,
                new Known(
                        reply.headers().firstValue("ETag").orElse(""),
                        reply.headers().firstValue("Last-Modified").orElse(""),
                        seen));
        return fresh;
    }
}
