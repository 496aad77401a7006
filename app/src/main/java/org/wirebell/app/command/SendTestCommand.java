package org.wirebell.app.command;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wirebell.alerts.AlertsConfig;
import org.wirebell.alerts.edge.Delivery;
import org.wirebell.alerts.edge.TestFire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wirebell send-test}: a fire drill on the real receiver. */
@Command(
        name = "send-test",
        description = "Sends one notice marked [TEST] to a receiver, through the code that real ones take.")
public final class SendTestCommand implements Callable<Integer> {
    @Mixin
    private Configured configured = new Configured();

    @Parameters(paramLabel = "RECEIVER")
    private String receiver = "";

    @Override
    public Integer call() throws InterruptedException {
        var config = configured.load();
        var ours = Optional.ofNullable(config.alerts().receivers().kafkas().get(receiver))
                .filter(topic -> topic.bootstrap().isEmpty());
        if (ours.isEmpty()) {
            return send(config.alerts(), Map.of());
        }
        try (var cluster = Cluster.of(config)) {
            return send(config.alerts(), cluster.client());
        }
    }

    private int send(AlertsConfig alerts, Map<String, Object> kafka) throws InterruptedException {
        try {
            var drill =
                    new TestFire(alerts.delivery(), alerts.receivers(), InstantSource.system(), Output.live(), kafka);
            var delivery = drill.send(receiver);
            System.err.println(receiver + ": " + delivery);
            return delivery instanceof Delivery.Sent ? 0 : 1;
        } catch (IllegalArgumentException e) {
            throw Wrong.use("wirebell send-test: " + e.getMessage());
        }
    }
}
