package org.wirebell.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A reader of the live stream that keeps what it hears. */
final class Sse implements AutoCloseable {
    record Event(String name, String id, String data) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> comments = new LinkedBlockingQueue<>();
    private final BufferedReader lines;

    Sse(int port, String query, String lastEventId) throws IOException, InterruptedException {
        this(port, query, lastEventId, "");
    }

    /**
     * @param token shown, where it is not empty
     */
    Sse(int port, String query, String lastEventId, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/stream" + query));
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException("the stream answered " + response.statusCode());
        }
        lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        String name = "";
        String id = "";
        String data = "";
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !data.isEmpty()) {
                    heard.add(new Event(name, id, data));
                    name = "";
                    data = "";
                } else if (line.startsWith(":")) {
                    comments.add(line);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                }
            }
            heard.add(new Event("end", id, ""));
        } catch (IOException | UncheckedIOException e) {
            heard.add(new Event("end", id, e.toString()));
        }
    }

    Event next() throws InterruptedException {
        var event = heard.poll(10, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("no event within 10 s");
        }
        return event;
    }

    /** Nothing more is heard for so long. */
    boolean silent(Duration length) throws InterruptedException {
        return heard.poll(length.toMillis(), TimeUnit.MILLISECONDS) == null;
    }

    String comment() throws InterruptedException {
        var comment = comments.poll(10, TimeUnit.SECONDS);
        if (comment == null) {
            throw new AssertionError("no comment within 10 s");
        }
        return comment;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
