package org.wirebell.alerts.decide;

import java.util.Optional;
import java.util.stream.Stream;
import org.wirebell.model.Alert;

/** Lets the alert of a story go on as that of the story which it was found to be part of. Nobody is told: nothing new was said. */
final class Merger {
    private final Round round;
    private final String into;

    Merger(Round round, String into) {
        this.round = round;
        this.into = into;
    }

    void merge(Standing gone) {
        var old = gone.alert().orElseThrow();
        var id = Decider.alertId(round.deskName, old.rule(), into);
        var kept = round.memory
                .standings()
                .get(id)
                .filter(standing -> standing.alert().isPresent());
        var next = kept.map(standing -> both(standing, gone)).orElseGet(() -> gone.with(old.about(id, into)));
        round.memory.standings().put(id, next);
        round.show(next.alert().orElseThrow());
        var ended = round.ended(old, id);
        round.memory
                .standings()
                .put(old.id(), gone.with(ended).living(gone.lived().escalating(Optional.empty())));
        round.show(ended);
    }

    /** Corrections of either story reach all who were told of one of them. */
    private static Standing both(Standing kept, Standing gone) {
        var alert = kept.alert().orElseThrow();
        var told = Stream.concat(
                        alert.recipients().stream(),
                        gone.alert().map(Alert::recipients).stream().flatMap(all -> all.stream()))
                .distinct()
                .toList();
        var next = kept.with(alert.told(told));
        for (var family : gone.causes()) {
            next = next.because(family);
        }
        return next;
    }
}
