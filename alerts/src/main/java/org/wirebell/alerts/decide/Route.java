package org.wirebell.alerts.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.wirebell.model.Notice;

/**
 * Who is told, and the way there. The same function serves preview, back-test and live alerts; silences, quiet hours and
 * budgets are later steps of the same path.
 *
 * @param receivers in the order of the rule, each once
 * @param steps why, for people
 */
record Route(List<String> receivers, List<String> steps) {
    /** Every alert is shown there. */
    static final String PAGE = "page";
    /** Screens ring nobody out of bed: no quiet hours, budgets or storms hold for them. */
    private static final Set<String> SCREENS = Set.of(PAGE, "console");

    Route {
        receivers = List.copyOf(receivers);
        steps = List.copyOf(steps);
    }

    /** What takes back or amends goes to exactly those who were told, whatever the rule says now. */
    static Route of(Rule rule, Notice.Kind kind, List<String> told) {
        return switch (kind) {
            case CORRECT, WITHDRAW, HOLD, RELEASE, REMIND, CLOSE, ACK ->
                told.isEmpty()
                        ? named(rule)
                        : new Route(told, List.of("goes to all who were told: " + String.join(", ", told)));
            case NEW, UPDATE, ESCALATE, DIGEST, TEST -> named(rule);
        };
    }

    private static Route named(Rule rule) {
        var receivers = Stream.concat(Stream.of(PAGE), rule.receivers().stream())
                .distinct()
                .toList();
        return new Route(receivers, List.of("rule " + rule.id() + " names " + String.join(", ", receivers)));
    }

    static boolean isScreen(String receiver) {
        return SCREENS.contains(receiver);
    }

    /** Those told before, and now these. */
    List<String> and(List<String> before) {
        var all = new ArrayList<>(before);
        receivers.stream().filter(r -> !before.contains(r)).forEach(all::add);
        return all;
    }
}
