package org.wirebell.alerts.decide;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.wirebell.alerts.decide.Backtest.Line;

/**
 * What another version of rules changes over the same news. Notices are the same when alert, receiver and cause are.
 *
 * @param changes in the order of time
 */
public record Comparison(List<Change> changes) {
    private static final Map<String, Function<Line, Object>> SAID = said();

    public Comparison {
        changes = List.copyOf(changes);
    }

    /** Compares what two runs over the same news have told. */
    public static Comparison of(List<Line> before, List<Line> after) {
        var old = new LinkedHashMap<Key, Deque<Line>>();
        before.forEach(line ->
                old.computeIfAbsent(Key.of(line), _ -> new ArrayDeque<>()).add(line));
        var changes = new ArrayList<Change>();
        for (var line : after) {
            var earlier = Optional.ofNullable(old.get(Key.of(line))).map(Deque::poll);
            if (earlier.isEmpty()) {
                changes.add(new Change(What.GAINED, List.of(), Optional.empty(), Optional.of(line)));
                continue;
            }
            var fields = differing(earlier.get(), line);
            if (!fields.isEmpty()) {
                changes.add(new Change(What.CHANGED, fields, earlier, Optional.of(line)));
            }
        }
        old.values()
                .forEach(left -> left.forEach(
                        line -> changes.add(new Change(What.LOST, List.of(), Optional.of(line), Optional.empty()))));
        return new Comparison(changes.stream()
                .sorted(Comparator.comparing(change -> change.line().at()))
                .toList());
    }

    /** How many of each kind, by rule and day (UTC). */
    public Map<String, Map<LocalDate, Map<String, Long>>> counts() {
        var counts = new TreeMap<String, Map<LocalDate, Map<String, Long>>>();
        for (var change : changes) {
            var line = change.line();
            counts.computeIfAbsent(line.rule(), _ -> new TreeMap<>())
                    .computeIfAbsent(LocalDate.ofInstant(line.at(), ZoneOffset.UTC), _ -> new TreeMap<>())
                    .merge(change.what().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
        }
        return counts;
    }

    private static List<String> differing(Line a, Line b) {
        return SAID.entrySet().stream()
                .filter(field ->
                        !field.getValue().apply(a).equals(field.getValue().apply(b)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Function<Line, Object>> said() {
        var fields = new LinkedHashMap<String, Function<Line, Object>>();
        fields.put("kind", Line::kind);
        fields.put("priority", Line::priority);
        fields.put("reason", Line::reason);
        fields.put("title", Line::title);
        fields.put("before", Line::before);
        fields.put("after", Line::after);
        fields.put("at", Line::at);
        return fields;
    }

    private record Key(String alert, String receiver, String item) {
        static Key of(Line line) {
            return new Key(line.alert(), line.receiver(), line.item());
        }
    }

    public enum What {
        GAINED,
        LOST,
        CHANGED
    }

    /**
     * One notice that is not as it was.
     *
     * @param fields that differ, of one that is changed
     * @param before absent for one that is gained
     * @param after absent for one that is lost
     */
    public record Change(What what, List<String> fields, Optional<Line> before, Optional<Line> after) {
        public Change {
            fields = List.copyOf(fields);
            if (before.isEmpty() && after.isEmpty()) {
                throw new IllegalArgumentException("a change has a before or an after");
            }
        }

        Line line() {
            return after.or(() -> before).orElseThrow();
        }
    }
}
