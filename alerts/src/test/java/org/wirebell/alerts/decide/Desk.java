package org.wirebell.alerts.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.wirebell.model.Notice;

/** Rules with their states in memory; shows what each happening made them say. */
final class Desk implements AutoCloseable {
    final List<Notice> notices = new ArrayList<>();
    private final RuleBook book;
    private final Map<String, Standing> standings = new HashMap<>();

    Desk(Rule... rules) {
        book = new RuleBook(List.of(rules));
    }

    List<Decision> hears(Happening happening) {
        var decisions = new ArrayList<Decision>();
        for (var question : book.ask(happening)) {
            var rule = book.rule(question.rule()).orElseThrow();
            var before = standings.getOrDefault(question.alertId(), Standing.NONE);
            var decision =
                    Decider.decide(rule, question.about(), happening, question.matched(), before, News.T0, News.T0);
            standings.put(question.alertId(), decision.standing());
            notices.addAll(decision.notices());
            decisions.add(decision);
        }
        return decisions;
    }

    /** {@code update material_change Killed: 31 …}, or {@code - minor}. */
    String says(Happening happening) {
        var shown = hears(happening).stream().map(Desk::show).collect(Collectors.joining("; "));
        return shown.isEmpty() ? "-" : shown;
    }

    static String show(Decision decision) {
        return switch (decision) {
            case Decision.Speak speak ->
                word(speak.notices().getFirst().kind()) + " "
                        + word(speak.alert().reason()) + " " + speak.alert().title();
            case Decision.Silent silent -> "- " + word(silent.why());
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        book.close();
    }
}
