package org.wirebell.app.station;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.wirebell.app.OperationsConfig;
import org.wirebell.model.Json;

/** Asks a process that runs which rules and silences it leaves out, and why: broken ones, and those that ran away. */
public final class LeftOut {
    static final String PATH = "/health/rules";

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String ANY = "0.0.0.0";

    private LeftOut() {}

    /** By id; empty where nothing is left out, and where no process of this configuration runs. */
    public static Map<String, String> of(OperationsConfig operations) throws InterruptedException {
        var host = operations.host().equals(ANY) ? "127.0.0.1" : operations.host();
        if (operations.port() == 0) {
            return Map.of();
        }
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var asked = HttpRequest.newBuilder(URI.create("http://" + host + ":" + operations.port() + PATH))
                    .timeout(PATIENCE)
                    .build();
            var answer = http.send(asked, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? read(answer.body()) : Map.of();
        } catch (IOException | IllegalArgumentException _) {
            return Map.of();
        }
    }

    private static Map<String, String> read(String body) {
        var reasons = new TreeMap<String, String>();
        Json.map(body).forEach((id, why) -> reasons.put(id, String.valueOf(why)));
        return reasons;
    }
}
