package org.wirebell.app.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.wirebell.app.OperationsConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wirebell health}: asks the process on this machine how it is; for supervisors and containers that have no other tool. */
@Command(
        name = "health",
        description = "Asks the process of this configuration, on this machine: exit 0 when it is ready.")
public final class HealthCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Mixin
    private Configured configured = new Configured();

    @Option(names = "--live", description = "Exit 0 also while it starts or waits for Kafka.")
    private boolean live;

    @Override
    public Integer call() throws InterruptedException {
        var door = at(configured.load().operations(), live ? "/health/live" : "/health/ready");
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var asked = HttpRequest.newBuilder(door).timeout(PATIENCE).build();
            var answer = http.send(asked, HttpResponse.BodyHandlers.ofString());
            System.out.println(answer.body());
            return answer.statusCode() == 200 ? 0 : 1;
        } catch (IOException e) {
            throw Wrong.failed("wirebell health: nothing answers at " + door);
        }
    }

    /** A process that listens everywhere is asked on loopback. */
    private static URI at(OperationsConfig config, String path) {
        var host = config.host().equals("0.0.0.0") ? "127.0.0.1" : config.host();
        return URI.create("http://" + host + ":" + config.port() + path);
    }
}
