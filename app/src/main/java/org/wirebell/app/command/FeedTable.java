package org.wirebell.app.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.wirebell.ingest.due.Health;
import org.wirebell.ingest.due.Passed;
import org.wirebell.model.FeedState;

/** Where the sources stand, as a table for people: the bad ones are to be found at a glance. */
final class FeedTable {
    private static final List<String> HEAD =
            List.of("SOURCE", "STATE", "FOR", "LAST ITEM", "USUAL GAP", "NEXT", "FAILED", "GAPS", "ITEMS", "WHY");

    private FeedTable() {}

    /** One line a source, under a line of headings; columns are as wide as they must be. */
    static List<String> lines(Collection<FeedState> feeds, Collection<String> unheard, Instant now) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        feeds.forEach(feed -> rows.add(row(feed, now)));
        unheard.forEach(id -> rows.add(List.of(id, "new", "-", "-", "-", "-", "-", "-", "-", "never asked")));
        var widths = new int[HEAD.size()];
        for (var row : rows) {
            Arrays.setAll(widths, i -> Math.max(widths[i], row.get(i).length()));
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i)).repeat(" ", widths[i] - row.get(i).length() + 2);
        }
        return line.toString().stripTrailing();
    }

    private static List<String> row(FeedState feed, Instant now) {
        var health = Health.in(feed);
        var passed = Passed.of(feed.more());
        return List.of(
                feed.source(),
                health.map(how -> how.word().word()).orElse(feed.outcome().isEmpty() ? "-" : feed.outcome()),
                since(health.map(Health::since), now),
                since(feed.newestItem(), now),
                Optional.ofNullable(feed.more().get("usualGap"))
                        .map(gap -> length(Duration.parse(gap.toString())))
                        .orElse("-"),
                feed.nextDue().map(due -> due(due, now)).orElse("-"),
                feed.failures() == 0 ? "-" : Integer.toString(feed.failures()),
                passed.gaps() == 0 ? "-" : gaps(passed),
                Long.toString(feed.items()),
                oneLine(health.map(Health::why).orElse(feed.detail())));
    }

    private static String gaps(Passed passed) {
        return passed.missing() == 0 ? "" + passed.gaps() : passed.gaps() + " (" + passed.missing() + " missing)";
    }

    private static String since(Optional<Instant> time, Instant now) {
        return time.map(at -> length(Duration.between(at, now))).orElse("-");
    }

    private static String due(Instant due, Instant now) {
        var wait = Duration.between(now, due);
        return wait.isNegative() ? "overdue " + length(wait.negated()) : "in " + length(wait);
    }

    /** In one unit: 40 s, 12 min, 5 h, 3 d. */
    private static String length(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min";
        }
        return seconds < 2 * 86_400 ? seconds / 3_600 + " h" : seconds / 86_400 + " d";
    }

    /** What a server said may hold anything. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
