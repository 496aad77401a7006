package org.wirebell.alerts.edge;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.wirebell.model.Canary;

/** Opens every receiver of the configuration, with its secrets. All complaints come at once. */
final class Channels implements AutoCloseable {
    private final Map<String, Channel> channels = new TreeMap<>();
    private final Post post;
    private final Opener opener;

    /**
     * @param kafka settings of our cluster, empty where nothing is to be sent there
     * @param environment the value of a variable, empty when it is not set
     * @throws IllegalArgumentException with one line per receiver that cannot be opened
     */
    Channels(
            DeliveryConfig config,
            Map<String, Receiver> receivers,
            Map<String, Object> kafka,
            InstantSource clock,
            PrintStream console,
            UnaryOperator<String> environment) {
        this.post = new Post(config, clock);
        this.opener = new Opener(config, post, kafka, clock, console, new Secrets(environment));
        var complaints = new ArrayList<String>();
        channels.put(
                Receivers.CONSOLE,
                Channel.of(opener.open(Receivers.CONSOLE, new Receiver.Console(Optional.empty(), Optional.empty()))));
        channels.put(Receivers.PAGE, new Channel(new PageNotifier(), true, true, false, Pace.NONE, Optional.empty()));
        channels.put(Canary.NAME, Channel.of((_, _) -> new Delivery.Sent("noted")));
        new TreeMap<>(receivers).forEach((name, it) -> {
            try {
                var notifier = opener.open(name, it);
                channels.put(
                        name, new Channel(notifier, it.edits(), it.resolves(), it.acks(), it.pace(), it.fallback()));
            } catch (IllegalArgumentException e) {
                complaints.add("receiver " + name + ": " + e.getMessage());
            }
        });
        for (var operator : new TreeSet<>(config.operators())) {
            if (!receivers.containsKey(operator) && !channels.containsKey(operator)) {
                complaints.add("delivery.operators names " + operator + ", which is not a receiver here");
            }
        }
        if (!complaints.isEmpty()) {
            close();
            throw new IllegalArgumentException(String.join("\n", complaints));
        }
    }

    static String environment(String name) {
        return Optional.ofNullable(System.getenv(name)).orElse("");
    }

    Map<String, Channel> all() {
        return Map.copyOf(channels);
    }

    @Override
    public void close() {
        List.copyOf(channels.values()).forEach(channel -> {
            if (channel.notifier() instanceof KafkaNotifier kafka) {
                kafka.close();
            }
        });
        post.close();
    }
}
