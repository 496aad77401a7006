package org.wirebell.app.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How everything stands at one moment, as the topics and the broker tell it.
 *
 * @param groups those that work through the topics: processor, planner, delivery
 * @param sources how many are in each state
 * @param troubled sources that want somebody
 * @param receivers those for which something waits
 * @param canary the last that arrived; empty when none did in the last ten minutes
 * @param singing whether the configuration sends canaries
 * @param unacked open alerts of the last day that nobody has acknowledged, by priority
 * @param dead letters of the last day, by where and why
 */
record Status(
        Instant at,
        List<Group> groups,
        Map<String, Long> sources,
        List<Source> troubled,
        List<Receiver> receivers,
        Optional<Canary> canary,
        boolean singing,
        Map<String, Long> unacked,
        Map<String, Long> dead) {
    private static final long MUCH = 1_000;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration MISSED = Duration.ofMinutes(3);

    record Group(String name, int members, long lag) {}

    record Source(String source, String state, Optional<Instant> since, String why) {}

    record Receiver(String receiver, long pending, Instant oldest) {}

    record Canary(Instant arrived, double seconds) {}

    /** What wants somebody, a line each; empty when nothing does. */
    List<String> troubles() {
        var troubles = new ArrayList<String>();
        for (var group : groups) {
            if (group.members() == 0) {
                troubles.add(group.name() + ": nobody works on it");
            } else if (group.lag() > MUCH) {
                troubles.add(group.name() + ": " + group.lag() + " records wait");
            }
        }
        troubled.forEach(source -> troubles.add(source.source() + " is " + source.state() + ": " + source.why()));
        for (var receiver : receivers) {
            if (receiver.oldest().isBefore(at.minus(LONG))) {
                troubles.add(receiver.receiver() + ": " + receiver.pending() + " notices wait, the oldest since "
                        + receiver.oldest());
            }
        }
        if (singing
                && canary.filter(it -> it.arrived().isAfter(at.minus(MISSED))).isEmpty()) {
            troubles.add("no canary has arrived for three minutes");
        }
        return troubles;
    }
}
