package org.wirebell.alerts.edge;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.wirebell.model.Alert;
import org.wirebell.model.Evidence;
import org.wirebell.model.Figure;
import org.wirebell.model.Ids;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;

/** A fire drill: one notice marked [TEST] through the same code to the real receiver, and nothing in any topic. */
public final class TestFire {
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final DeliveryConfig config;
    private final Receivers receivers;
    private final InstantSource clock;
    private final PrintStream console;

    public TestFire(DeliveryConfig config, Receivers receivers, InstantSource clock, PrintStream console) {
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
        try (var channels = new Channels(config, receivers.only(receiver), clock, console, Channels::environment)) {
            return Objects.requireNonNull(channels.notifiers().get(receiver)).send(notice(receiver, clock.instant()));
        }
    }

    static Notice notice(String receiver, Instant now) {
        var id = Ids.id("test", receiver, now.toString());
        var evidence = new Evidence(
                "test",
                "",
                "Wirebell",
                "Fire drill",
                "",
                Optional.of(now),
                Figure.Part.HEADLINE,
                "This is a fire drill. Nothing has happened.",
                "",
                0,
                0,
                0,
                "test");
        var alert = new Alert(
                id,
                "test",
                "test",
                1,
                Alert.State.OPEN,
                Priority.NORMAL,
                Alert.Reason.TEST,
                "Fire drill for receiver " + receiver,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                List.of(),
                evidence,
                "en",
                "test#" + id,
                List.of(receiver),
                List.of(),
                now,
                now,
                List.of("asked for by hand"),
                Map.of());
        return new Notice(id, receiver, Notice.Kind.TEST, alert, now, now.plus(LIFE), Map.of());
    }
}
