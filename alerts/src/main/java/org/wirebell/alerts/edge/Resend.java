package org.wirebell.alerts.edge;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.wirebell.model.Notice;

/**
 * Sends a notice again that stands in the topic of notices, with its id, on the word of a person: for a receiver that lost it.
 * Writes nothing to any topic. Receivers that know ids (webhooks, mail, topics, CAP) see that it is the same.
 */
public final class Resend {
    private final DeliveryConfig config;
    private final Receivers receivers;
    private final InstantSource clock;
    private final PrintStream console;
    private final Map<String, Object> kafka;

    /** @param kafka connection settings of our cluster, for receivers that are topics of it */
    public Resend(
            DeliveryConfig config,
            Receivers receivers,
            InstantSource clock,
            PrintStream console,
            Map<String, Object> kafka) {
        this.config = config;
        this.receivers = receivers;
        this.clock = clock;
        this.console = console;
        this.kafka = Map.copyOf(kafka);
    }

    /**
     * Sends it once, as a message of its own, and says what the receiver answered.
     *
     * @throws IllegalArgumentException when its receiver is not known here any more, or cannot be opened
     */
    public Delivery send(Notice notice) throws InterruptedException {
        var name = notice.receiver();
        if (!receivers.names().contains(name) || name.equals(Receivers.PAGE)) {
            throw new IllegalArgumentException(
                    "nothing can be sent to " + name + "; known here: " + String.join(", ", receivers.names()));
        }
        try (var channels =
                new Channels(config.alone(), receivers.only(name), kafka, clock, console, Channels::environment)) {
            var channel = Objects.requireNonNull(channels.all().get(name));
            return channel.notifier().send(notice, Optional.empty());
        }
    }
}
