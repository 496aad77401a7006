package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;
import static org.wirebell.desk.page.Node.text;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.wirebell.model.Story;

/** How far a story has escalated: a number, a word and a ladder, never a colour alone. */
final class Levels {
    private static final int TOP = 6;
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<String> WORDS = List.of(
            "no escalation told",
            "threats",
            "mobilisation or blockade",
            "attacks or cross-border fire",
            "strikes, bombs or abductions",
            "incursion or spillover",
            "mass casualties");

    private Levels() {}

    /** Hours that told the same level one after the other; {@code to} is the start of the last of them. */
    record Run(Instant from, Instant to, int level) {}

    /** The highest level of the past day, as the stories are kept; 0 when none was told. */
    static int now(Story story, Instant now) {
        return story.levels().stream()
                .filter(l -> !l.hour().plus(DAY).isBefore(now))
                .mapToInt(Story.Level::level)
                .max()
                .orElse(0);
    }

    static String words(int level) {
        return WORDS.get(Math.clamp(level, 0, TOP));
    }

    static Node.Element chip(int level) {
        var ladder = el("span.ladder").with("aria-hidden", "true");
        for (int rung = 1; rung <= TOP; rung++) {
            ladder = ladder.add(el(rung <= level ? "i.on" : "i"));
        }
        var said = level == 0 ? "No level" : "Level " + level;
        return el("span.level.l" + Math.clamp(level, 0, TOP), ladder, el("strong", said), text(" " + words(level)));
    }

    /** Oldest first. */
    static List<Run> runs(List<Story.Level> levels) {
        var runs = new ArrayList<Run>();
        for (var level : levels) {
            var goesOn = !runs.isEmpty()
                    && runs.getLast().level() == level.level()
                    && !runs.getLast().to().plus(1, ChronoUnit.HOURS).isBefore(level.hour());
            var from = goesOn ? runs.removeLast().from() : level.hour();
            runs.add(new Run(from, level.hour(), level.level()));
        }
        return runs;
    }

    static Node table(Story story, Look look) {
        if (story.levels().isEmpty()) {
            return el("p.empty", "No item of this story has told of an escalation.");
        }
        var rows = runs(story.levels()).stream()
                .map(r -> el(
                        "tr",
                        el("td", look.clock(r.from())),
                        el("td", look.clock(r.to().plus(1, ChronoUnit.HOURS))),
                        el("td", chip(r.level()))))
                .toList();
        return StorySheet.table("Level over time", List.of("From", "To", "Highest level told"), rows);
    }
}
