package org.wirebell.alerts;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wirebell.alerts.decide.Decision;
import org.wirebell.alerts.decide.Planned;
import org.wirebell.alerts.decide.Question;
import org.wirebell.model.Alert;
import org.wirebell.model.Notice;
import org.wirebell.model.trace.Fact;
import org.wirebell.model.trace.Traces;

/** What the planner tells of a question in its trace: which rule, which alert, how many notices, or why none. */
final class Noted {
    private Noted() {}

    static void of(Question question, Planned planned) {
        if (!Traces.recording()) {
            return;
        }
        Traces.note(Fact.RULE, question.rule());
        Traces.note(Fact.ALERT, question.alertId());
        planned.alerts().stream()
                .mapToLong(Alert::revision)
                .max()
                .ifPresent(revision -> Traces.note(Fact.REVISION, revision));
        long notices = planned.notices().stream().filter(Notice::goes).count();
        Traces.note(Fact.NOTICES, notices);
        Traces.note(Fact.OUTCOME, notices > 0 ? "told" : !planned.kept().isEmpty() ? "held" : "silent");
        Traces.note(Fact.WHY, why(planned));
    }

    /** The words under which {@link AlertsMeters} counts them. */
    private static String why(Planned planned) {
        var silent = planned.decision().stream()
                .filter(Decision.Silent.class::isInstance)
                .map(decision -> ((Decision.Silent) decision).why().name());
        var kept = planned.kept().stream().map(waiting -> waiting.why().name());
        var silenced = Stream.concat(
                planned.hushed().stream(), planned.notices().stream().map(Notice::silence));
        return Stream.of(silent, kept, silenced)
                .flatMap(words -> words)
                .map(word -> word.replaceFirst(":.*", "").toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .distinct()
                .collect(Collectors.joining(","));
    }
}
