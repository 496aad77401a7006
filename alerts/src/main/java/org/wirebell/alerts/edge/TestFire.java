package org.wirebell.alerts.edge;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A fire drill: one notice marked [TEST] through the same code to the real receiver, and nothing in any topic. */
public final class TestFire {
    private final DeliveryConfig config;
    private final Receivers receivers;
    private final InstantSource clock;
    private final PrintStream console;
    private final Map<String, Object> kafka;

    public TestFire(DeliveryConfig config, Receivers receivers, InstantSource clock, PrintStream console) {
        this(config, receivers, clock, console, Map.of());
    }

    /** @param kafka connection settings of our cluster, for receivers that are topics of it */
    public TestFire(
            DeliveryConfig config,
            Receivers receivers,
            InstantSource clock,
            PrintStream console,
            Map<String, Object> kafka) {
        this.kafka = Map.copyOf(kafka);
        this.config = config;
        this.receivers = receivers;
        this.clock = clock;
        this.console = console;
    }

    /**
     * Sends to one receiver, once, and says what it answered.
     *
     * @throws IllegalArgumentException when there is no receiver of that name, or this one cannot be opened
     */
    public Delivery send(String receiver) throws InterruptedException {
        if (!receivers.names().contains(receiver)) {
            throw new IllegalArgumentException(
                    "no receiver " + receiver + "; known here: " + String.join(", ", receivers.names()));
        }
        if (receiver.equals(Receivers.PAGE)) {
            return new Delivery.Refused(
                    "page", "the page shows what is in the topic of notices; a drill writes nothing there");
        }
        try (var channels =
                new Channels(config.alone(), receivers.only(receiver), kafka, clock, console, Channels::environment)) {
            return Objects.requireNonNull(channels.all().get(receiver))
                    .notifier()
                    .send(OwnNotice.test(receiver, clock.instant()), Optional.empty());
        }
    }
}
