package org.wirebell.alerts.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wirebell.model.Alert;
import org.wirebell.model.Finding;
import org.wirebell.model.Notice;
import org.wirebell.model.RuleVersion;
import org.wirebell.model.Series;
import org.wirebell.model.Update;

/**
 * What each rule says to each item, and why nobody hears it where nobody does: the live planner over news in its order. Rules
 * that live alerts would not even ask are asked here, for what they see.
 */
public final class WhyNot {
    /** The outcome of what somebody hears. */
    public static final String TOLD = "told";
    /** The outcome of a rule with a figure for an item that changed no series. */
    public static final String NO_CHANGE = "no_change";

    private final Orders orders;
    private final Rehearsal rehearsal;

    public WhyNot(Orders orders) {
        this.orders = orders;
        this.rehearsal = new Rehearsal(orders, _ -> {});
    }

    /**
     * The answer of one rule.
     *
     * @param series key of the series that changed, and how it did; empty for a rule over items
     * @param value the number of the series now
     * @param outcome {@value #TOLD}, {@value #NO_CHANGE}, or why not, as under "not sent"
     * @param detail more of the reason, empty when the word says all
     * @param told receivers that hear of it
     * @param ruleVersion which version of the rule that is; its text is the one given
     * @param saw each condition of the rule with what it saw
     */
    public record Answer(
            String rule,
            String item,
            String version,
            String headline,
            String series,
            Optional<Update.Kind> change,
            Optional<Long> value,
            String outcome,
            String detail,
            List<String> told,
            String ruleVersion,
            List<String> saw) {
        public Answer {
            told = List.copyOf(told);
            saw = List.copyOf(saw);
        }
    }

    /** Every rule's answer to an item and to what it changed; items must come in their order. */
    public List<Answer> answers(Finding finding, List<Update> updates) {
        var answers = new ArrayList<>(answers(new Happening.Found(finding)));
        updates.forEach(update -> answers.addAll(answers(new Happening.Changed(update))));
        if (updates.isEmpty()) {
            orders.rules().all().stream()
                    .filter(rule -> rule.figure().isPresent())
                    .map(rule -> unchanged(rule, finding))
                    .forEach(answers::add);
        }
        return answers;
    }

    private List<Answer> answers(Happening happening) {
        rehearsal.until(happening);
        Map<String, List<Question>> asked =
                orders.rules().ask(happening).stream().collect(Collectors.groupingBy(Question::rule));
        var answers = new ArrayList<Answer>();
        for (var held : orders.rules().held(happening)) {
            var spoken = asked.getOrDefault(held.rule(), List.of()).stream()
                    .flatMap(question -> answered(question, happening).stream())
                    .toList();
            answers.addAll(spoken.isEmpty() ? List.of(unasked(held, happening)) : spoken);
        }
        return answers;
    }

    /** Absent where the planner had nothing to decide. */
    private Optional<Answer> answered(Question question, Happening happening) {
        var before = rehearsal.standing(question);
        var planned = rehearsal.answer(question);
        return planned.decision().map(decision -> switch (decision) {
            case Decision.Silent silent ->
                answer(question.rule(), happening, word(silent.why()), "", List.of(), silent.saw());
            case Decision.Speak speak -> spoken(question, happening, planned, speak.alert(), before);
        });
    }

    private Answer spoken(Question question, Happening happening, Planned planned, Alert alert, Standing before) {
        var told = planned.notices().stream()
                .filter(Notice::goes)
                .map(Notice::receiver)
                .distinct()
                .toList();
        boolean sounds = planned.notices().stream().anyMatch(notice -> notice.goes() && !notice.quiet());
        var silence = planned.notices().stream()
                .filter(notice -> !notice.goes())
                .map(Notice::silence)
                .findFirst();
        var kept = planned.kept().stream().map(Waiting::why).map(WhyNot::word).findFirst();
        boolean follows = planned.notices().stream().anyMatch(notice -> Gate.always(notice.kind()));
        var why = silence.or(() -> kept)
                .filter(_ -> !sounds || onScreensOnly(told))
                .or(() -> sounds || follows ? Optional.empty() : rehearsal.mute(question, happening, alert, before));
        return answer(
                question.rule(),
                happening,
                why.map(words -> words.replaceFirst(":.*", "")).orElse(TOLD),
                why.filter(words -> words.contains(":"))
                        .map(words -> words.replaceFirst("^[^:]*: ?", ""))
                        .orElse(""),
                told,
                alert.why());
    }

    private static boolean onScreensOnly(List<String> told) {
        return told.stream().allMatch(Route::isScreen);
    }

    /** What the rule sees in something that it does not ask for. */
    private Answer unasked(Question question, Happening happening) {
        var rule = orders.rules().rule(question.rule()).orElseThrow();
        var now = rehearsal.now();
        var decision = Decider.decide(
                rule, question.about(), happening, question.matched(), rehearsal.standing(question), now, now);
        var saw = switch (decision) {
            case Decision.Silent silent -> silent.saw();
            case Decision.Speak speak -> speak.alert().why();
        };
        return answer(rule.id(), happening, word(Decision.Why.NOT_ASKED), "", List.of(), saw);
    }

    private Answer unchanged(Rule rule, Finding finding) {
        var read = finding.figures().stream()
                .map(figure -> "read: \"" + figure.quote() + "\" as " + word(figure.category()))
                .toList();
        var saw = read.isEmpty() ? List.of("read: no figure") : read;
        return answer(rule.id(), new Happening.Found(finding), NO_CHANGE, "the item changes no series", List.of(), saw);
    }

    private Answer answer(
            String rule, Happening happening, String outcome, String detail, List<String> told, List<String> saw) {
        var item = happening.cause().map(Finding::item);
        var update = switch (happening) {
            case Happening.Found _ -> Optional.<Update>empty();
            case Happening.Changed changed -> Optional.of(changed.update());
        };
        return new Answer(
                rule,
                item.map(it -> it.id()).or(() -> update.map(Update::item)).orElse(""),
                item.map(it -> it.version())
                        .or(() -> update.map(Update::version))
                        .orElse(""),
                item.map(it -> it.headline()).orElse(""),
                update.map(Update::series).map(Series::key).orElse(""),
                update.map(Update::kind),
                update.flatMap(Update::value),
                outcome,
                detail,
                told,
                orders.rules()
                        .rule(rule)
                        .map(orders.rules()::version)
                        .map(RuleVersion::version)
                        .orElse(""),
                saw);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
