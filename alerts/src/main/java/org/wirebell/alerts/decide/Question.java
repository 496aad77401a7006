package org.wirebell.alerts.decide;

import java.util.Optional;
import org.wirebell.model.Finding;
import org.wirebell.model.Update;

/**
 * A rule held against a happening; travels to where the alert's state is.
 *
 * @param about series key or item family
 */
public record Question(String rule, String about, Matched matched, Optional<Finding> finding, Optional<Update> update) {
    public Question {
        if (finding.isPresent() == update.isPresent()) {
            throw new IllegalArgumentException("a question is about an item or about a series");
        }
    }

    static Question of(String rule, String about, Matched matched, Happening happening) {
        return switch (happening) {
            case Happening.Found found ->
                new Question(rule, about, matched, Optional.of(found.finding()), Optional.empty());
            case Happening.Changed changed ->
                new Question(rule, about, matched, Optional.empty(), Optional.of(changed.update()));
        };
    }

    /** Whether there is anything to decide: what does not match can only follow what was told before. */
    public boolean concerns(Optional<Standing> known) {
        return matched.matches() || known.isPresent();
    }

    public String alertId() {
        return Decider.alertId(rule, about);
    }

    public Happening happening() {
        return finding.<Happening>map(Happening.Found::new)
                .or(() -> update.map(Happening.Changed::new))
                .orElseThrow();
    }
}
