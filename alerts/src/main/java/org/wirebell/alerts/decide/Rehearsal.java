package org.wirebell.alerts.decide;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.wirebell.model.Alert;
import org.wirebell.model.Finding;

/** One planner over recorded news, in its order, with a clock that the news sets. */
final class Rehearsal {
    private final Memory memory = Memory.inMemory();
    private final Planner planner = new Planner(memory);
    private final Orders orders;
    private final Consumer<Planned> due;
    private Instant clock = Instant.EPOCH;

    /** @param due hears of all that falls due between two happenings */
    Rehearsal(Orders orders, Consumer<Planned> due) {
        this.orders = orders;
        this.due = due;
    }

    Instant now() {
        return clock;
    }

    Standing standing(Question question) {
        return memory.standings().get(question.alertId()).orElse(Standing.NONE);
    }

    /** Lets time pass until this happens; what falls due before is done at its moment. */
    void until(Happening happening) {
        var until = when(happening);
        for (var next = planner.due(); next.filter(until::isAfter).isPresent(); next = planner.due()) {
            clock = later(next.get());
            due.accept(planner.tick(orders, clock));
        }
        clock = later(until);
    }

    Planned answer(Question question) {
        return planner.answer(orders, question, clock, clock);
    }

    /** Why an answer that was just given is shown at most, though the rule asks for it. */
    Optional<String> mute(Question question, Happening happening, Alert alert, Standing before) {
        return orders.rules()
                .rule(question.rule())
                .flatMap(rule -> new Mute(rule, happening, alert, before, memory, orders, clock).why());
    }

    private Instant later(Instant moment) {
        return clock.isAfter(moment) ? clock : moment;
    }

    /** When it reached us. */
    static Instant when(Happening happening) {
        var received = switch (happening) {
            case Happening.Found _ -> Optional.<Instant>empty();
            case Happening.Changed changed -> Optional.of(changed.update().received());
        };
        var item = happening.cause().map(Finding::item);
        return received.or(() -> item.flatMap(i -> i.received()))
                .or(() -> item.flatMap(i -> i.published()))
                .orElse(Instant.EPOCH);
    }
}
