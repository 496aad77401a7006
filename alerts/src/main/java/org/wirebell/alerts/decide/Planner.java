package org.wirebell.alerts.decide;

import java.time.Instant;
import java.util.Optional;
import org.wirebell.model.Action;

/**
 * Plans what is told to whom and when: rules answer, desks control the volume, persons act, time passes. Pure over its memory:
 * live alerts and the back-test run the same one.
 */
public final class Planner {
    private static final int CHORES = 500;

    private final Memory memory;

    public Planner(Memory memory) {
        this.memory = memory;
    }

    /**
     * Answers a question.
     *
     * @param at when the happening reached this room
     * @param now when it is answered
     */
    public Planned answer(Orders orders, Question question, Instant at, Instant now) {
        var happening = question.happening();
        if (happening.isEmpty()) {
            return question.action()
                    .map(action -> act(orders, action, now))
                    .orElseGet(() -> merge(orders, question, now));
        }
        var known = memory.standings().get(question.alertId());
        var rule = orders.rules().rule(question.rule(), question.desk()); // may be gone since the question was put
        if (rule.isEmpty() || !question.concerns(known)) {
            return Planned.NOTHING;
        }
        var before = known.orElse(Standing.NONE);
        var decision = Decider.decide(
                        rule.get(), question.about(), happening.get(), question.matched(), before, at, now)
                .by(orders.rules().version(rule.get()));
        var round = new Round(orders, memory, rule.get().deskName(), now);
        var telling = new Telling(round, rule.get(), question.alertId(), happening.get(), before);
        switch (decision) {
            case Decision.Speak speak -> telling.tell(speak);
            case Decision.Silent silent -> telling.keep(silent);
        }
        return round.planned(Optional.of(decision));
    }

    /** Two stories were one: their alerts become one, which all hear of who were told of either. */
    private Planned merge(Orders orders, Question question, Instant now) {
        var gone = memory.standings().get(question.alertId()).filter(Standing::open);
        if (gone.isEmpty()) {
            return Planned.NOTHING;
        }
        var round = new Round(orders, memory, question.desk(), now);
        new Merger(round, question.into().orElseThrow()).merge(gone.get());
        return round.planned(Optional.empty());
    }

    /** Does what a person asks. */
    public Planned act(Orders orders, Action action, Instant now) {
        var known = memory.standings().get(action.alert());
        var alert = known.flatMap(Standing::alert);
        if (alert.isEmpty() || known.get().knows(action.id())) {
            return Planned.NOTHING;
        }
        var round = new Round(orders, memory, alert.get().desk(), now);
        new Deed(round, action, known.get(), alert.get()).done();
        return round.planned(Optional.empty());
    }

    /** When something is due next. */
    public Optional<Instant> due() {
        return memory.agenda().between("", "~", 1).stream()
                .findFirst()
                .map(errand -> errand.getValue().due());
    }

    /** Does what is due at this moment. */
    public Planned tick(Orders orders, Instant now) {
        var due = memory.agenda().between("", Errand.upTo(now.plusMillis(1)), CHORES);
        if (due.isEmpty()) {
            return Planned.NOTHING;
        }
        var all = new Round.Sum();
        for (var errand : due) {
            memory.agenda().remove(errand.getKey());
            var round = new Round(orders, memory, errand.getValue().desk(), now);
            new Chore(round, errand.getValue()).done();
            all.add(round.planned(Optional.empty()));
        }
        return all.planned();
    }
}
