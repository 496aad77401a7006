package org.wirebell.alerts.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wirebell.model.Alert;
import org.wirebell.model.Priority;

/**
 * How often a rule would have fired, told before it is kept: the planner over what was recorded.
 *
 * @param day revisions told to anybody in the last 24 hours
 * @param week the same of the last 7 days
 * @param suppressed answers of the last 7 days that were none, by reason
 * @param examples the first few of these 7 days
 * @param fault why the rule cannot be tried, empty when it can
 */
public record Trial(
        String rule, long day, long week, Map<String, Long> suppressed, List<Example> examples, String fault) {
    public static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int EXAMPLES = 5;

    public Trial {
        suppressed = Map.copyOf(suppressed);
        examples = List.copyOf(examples);
    }

    /** One revision that would have been told. */
    public record Example(
            String alert,
            int revision,
            Instant at,
            Alert.Reason reason,
            Priority priority,
            String title,
            String claimant,
            String sentence,
            String source,
            String link,
            List<String> why) {
        static Example of(Alert alert, Instant at) {
            var evidence = alert.evidence();
            return new Example(
                    "dry:" + alert.id(),
                    alert.revision(),
                    at,
                    alert.reason(),
                    alert.priority(),
                    alert.title(),
                    alert.claimant(),
                    evidence.sentence(),
                    evidence.source(),
                    evidence.link(),
                    alert.why());
        }
    }

    /**
     * Tries all rules of these orders at once.
     *
     * @param recorded items and changes in any order; what is older than a week fills memory and is not counted
     * @param now the end of the week; what came later is left out
     */
    public static List<Trial> of(Orders orders, Collection<Happening> recorded, Instant now) {
        var tallies = new TreeMap<String, Tally>();
        orders.rules().all().forEach(rule -> tallies.put(rule.id(), new Tally()));
        var rehearsal = new Rehearsal(orders, _ -> {});
        inOrder(recorded).stream()
                .filter(happening -> !Rehearsal.when(happening).isAfter(now))
                .forEach(happening -> {
                    rehearsal.until(happening);
                    for (var question : orders.rules().ask(happening)) {
                        var decision = rehearsal.answer(question).decision();
                        Optional.ofNullable(tallies.get(question.rule()))
                                .ifPresent(tally -> decision.ifPresent(it -> tally.count(it, rehearsal.now(), now)));
                    }
                });
        var trials = new ArrayList<Trial>();
        tallies.forEach((rule, tally) -> trials.add(tally.trial(rule)));
        orders.rules().broken().forEach((rule, fault) -> trials.add(new Trial(rule, 0, 0, Map.of(), List.of(), fault)));
        return trials;
    }

    /** By the time of receipt; an item before what it changes. */
    private static List<Happening> inOrder(Collection<Happening> recorded) {
        return recorded.stream()
                .sorted(Comparator.comparing(Rehearsal::when)
                        .thenComparing(happening -> happening instanceof Happening.Changed))
                .toList();
    }

    private static final class Tally {
        private final Map<String, Long> suppressed = new TreeMap<>();
        private final List<Example> examples = new ArrayList<>();
        private long day;
        private long week;

        void count(Decision decision, Instant at, Instant now) {
            if (at.isBefore(now.minus(WEEK))) {
                return;
            }
            switch (decision) {
                case Decision.Speak speak -> {
                    week++;
                    day += at.isBefore(now.minus(DAY)) ? 0 : 1;
                    if (examples.size() < EXAMPLES) {
                        examples.add(Example.of(speak.alert(), at));
                    }
                }
                case Decision.Silent silent ->
                    suppressed.merge(silent.why().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
            }
        }

        Trial trial(String rule) {
            return new Trial(rule, day, week, suppressed, examples, "");
        }
    }
}
