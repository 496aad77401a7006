package org.wirebell.alerts.decide;

import java.util.Optional;
import java.util.stream.Stream;
import org.wirebell.model.Action;
import org.wirebell.model.Finding;
import org.wirebell.model.Update;

/**
 * A rule held against a happening, or what a person does about its alert; travels to where the desk's state is.
 *
 * @param about series key, item family, or story id
 * @param into the story that the story {@code about} was found to be part of
 */
public record Question(
        String desk,
        String rule,
        String about,
        Matched matched,
        Optional<Finding> finding,
        Optional<Update> update,
        Optional<Action> action,
        Optional<String> into) {
    public Question {
        if (Stream.of(finding, update, action, into).filter(Optional::isPresent).count() != 1) {
            throw new IllegalArgumentException("a question is about an item, a series, an action or a story");
        }
    }

    static Question of(Rule rule, String about, Matched matched, Happening happening) {
        return switch (happening) {
            case Happening.Found found ->
                new Question(
                        rule.deskName(),
                        rule.id(),
                        about,
                        matched,
                        Optional.of(found.finding()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
            case Happening.Changed changed ->
                new Question(
                        rule.deskName(),
                        rule.id(),
                        about,
                        matched,
                        Optional.empty(),
                        Optional.of(changed.update()),
                        Optional.empty(),
                        Optional.empty());
        };
    }

    public static Question of(Action action) {
        var desk = action.desk().isEmpty() ? Rule.DESK : action.desk();
        return new Question(
                desk, "", "", Matched.NO, Optional.empty(), Optional.empty(), Optional.of(action), Optional.empty());
    }

    static Question merged(Rule rule, String story, String into) {
        return new Question(
                rule.deskName(),
                rule.id(),
                story,
                Matched.NO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(into));
    }

    /** Whether there is anything to decide: what does not match can only follow what was told before. */
    public boolean concerns(Optional<Standing> known) {
        return matched.matches() || known.isPresent();
    }

    public String alertId() {
        return action.map(Action::alert).orElseGet(() -> Decider.alertId(desk, rule, about));
    }

    /** What happened, when it is no action and no merge. */
    public Optional<Happening> happening() {
        return finding.<Happening>map(Happening.Found::new).or(() -> update.map(Happening.Changed::new));
    }
}
