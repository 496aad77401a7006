package org.wirebell.app.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A {@link Status} for people, and for programs. What is wrong comes last, where a person at a terminal looks. */
final class StatusLines {
    private StatusLines() {}

    static List<String> of(Status status) {
        var lines = new ArrayList<String>();
        for (var group : status.groups()) {
            lines.add("%-24s %d at work, %d records wait".formatted(group.name(), group.members(), group.lag()));
        }
        lines.add(line("sources", counts(status.sources())));
        lines.add(line(
                "canary",
                status.canary()
                        .map(it -> "%s ago, took %.1f s".formatted(ago(it.arrived(), status.at()), it.seconds()))
                        .orElse(status.singing() ? "none in ten minutes" : "not configured")));
        lines.add(line("open, nobody has it", counts(status.unacked())));
        for (var receiver : status.receivers()) {
            lines.add(line(
                    "notices for " + receiver.receiver(),
                    receiver.pending() + " wait, the oldest for " + ago(receiver.oldest(), status.at())));
        }
        lines.add(line("dead letters (1 d)", counts(status.dead())));
        var troubles = status.troubles();
        lines.add("");
        if (troubles.isEmpty()) {
            lines.add("all is well");
        } else {
            troubles.forEach(trouble -> lines.add("! " + trouble.replaceAll("\\p{Cntrl}+", " ")));
        }
        return lines;
    }

    /** The same as one object; what is wrong under {@code troubles}. */
    static Map<String, Object> fields(Status status) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("at", status.at());
        fields.put("groups", status.groups());
        fields.put("sources", status.sources());
        fields.put("troubled", status.troubled());
        fields.put("receivers", status.receivers());
        status.canary().ifPresent(canary -> fields.put("canary", canary));
        fields.put("unacked", status.unacked());
        fields.put("dead", status.dead());
        fields.put("troubles", status.troubles());
        return fields;
    }

    private static String line(String what, String how) {
        return "%-24s %s".formatted(what, how);
    }

    private static String counts(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static String ago(Instant then, Instant now) {
        long seconds = Math.max(0, Duration.between(then, now).toSeconds());
        return seconds < 120 ? seconds + " s" : seconds < 7_200 ? seconds / 60 + " min" : seconds / 3_600 + " h";
    }
}
