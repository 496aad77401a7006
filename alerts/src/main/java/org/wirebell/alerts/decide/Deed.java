package org.wirebell.alerts.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirebell.model.Action;
import org.wirebell.model.Alert;
import org.wirebell.model.Handling;
import org.wirebell.model.Notice;

/** What a person does about an alert. The first acknowledgement of a revision counts; everything is written down. */
final class Deed {
    private static final int REMARKS = 50;

    private final Round round;
    private final Action action;
    private final Standing standing;
    private final Alert alert;

    Deed(Round round, Action action, Standing standing, Alert alert) {
        this.round = round;
        this.action = action;
        this.standing = standing.saw(action.id());
        this.alert = alert;
    }

    void done() {
        switch (action.verb()) {
            case ACK -> ack();
            case UNACK -> handle(alert.handled().ack().map(_ -> Optional.<Handling.Ack>empty()), again());
            case ASSIGN, NOTE -> handle(Optional.empty(), standing.lived());
            case HOLD -> says(Alert.State.HELD, Alert.Reason.HELD, Notice.Kind.HOLD);
            case RELEASE -> says(Alert.State.OPEN, Alert.Reason.RELEASED, Notice.Kind.RELEASE);
            case WITHDRAW -> says(Alert.State.WITHDRAWN, Alert.Reason.WITHDRAWN, Notice.Kind.WITHDRAW);
            case CLOSE -> close();
            case BREAKING -> breaking();
        }
    }

    private void ack() {
        int revision = Math.min(action.revision(), alert.revision());
        boolean covered = alert.handled()
                .ack()
                .filter(ack -> ack.revision() >= revision && round.now.isBefore(ack.until()))
                .isPresent();
        if (covered) {
            handle(Optional.empty(), standing.lived()); // somebody was first; it is written down
            return;
        }
        var until = action.until().orElse(round.now.plus(round.desk.ackFor()));
        round.later(new Errand(Errand.Kind.REMIND, round.deskName, alert.id(), action.at(), 0, until));
        boolean current = revision == alert.revision();
        var ack = new Handling.Ack(revision, action.by(), action.at(), until);
        var seen =
                alert.with(alert.state(), alert.priority(), handling(Optional.of(Optional.of(ack)), Optional.empty()));
        keep(seen, current ? standing.lived().escalating(Optional.empty()) : standing.lived());
        if (current) {
            round.acknowledged(seen, action.id());
        }
    }

    private Life again() {
        return round.awaitAck(standing.lived().escalating(Optional.empty()), alert);
    }

    /** @param ack the acknowledgement from now on, absent when it stays */
    private void handle(Optional<Optional<Handling.Ack>> ack, Life life) {
        keep(alert.with(alert.state(), alert.priority(), handling(ack, Optional.empty())), life);
    }

    private Handling handling(Optional<Optional<Handling.Ack>> ack, Optional<Instant> closed) {
        var before = alert.handled();
        var remarks = new ArrayList<>(before.remarks());
        remarks.add(new Handling.Remark(action.verb(), action.by(), action.at(), note()));
        return new Handling(
                ack.orElse(before.ack()),
                action.verb() == Action.Verb.ASSIGN ? action.to() : before.assignee(),
                remarks.subList(Math.max(0, remarks.size() - REMARKS), remarks.size()),
                closed,
                before.into());
    }

    private String note() {
        return action.verb() == Action.Verb.ASSIGN
                ? ("to " + action.to() + " " + action.note()).strip()
                : action.note();
    }

    /** A revision that those hear who were told. */
    private void says(Alert.State state, Alert.Reason reason, Notice.Kind kind) {
        var why = List.of(action.by() + ": " + (action.note().isBlank() ? action.verb() : action.note()));
        var next = alert.next(state, reason, Titles.by(alert, reason), "action|" + action.id(), round.now, why)
                .with(state, alert.priority(), handling(Optional.empty(), Optional.empty()));
        next.recipients().stream()
                .map(receiver -> round.gate.fate(Notices.of(next, receiver, kind, round.now), Optional.empty()))
                .forEach(fate -> {
                    if (fate instanceof Fate.Goes goes) {
                        round.send(goes.notice());
                    }
                });
        keep(next, state == Alert.State.OPEN ? standing.lived().calm() : standing.lived());
    }

    private void close() {
        var closed =
                alert.with(Alert.State.CLOSED, alert.priority(), handling(Optional.empty(), Optional.of(round.now)));
        round.closed(closed);
        keep(closed, standing.lived().escalating(Optional.empty()));
    }

    /** Past silences, quiet hours and budgets: whoever the rule names and has not heard hears it now. */
    private void breaking() {
        var breaking = alert.with(alert.state(), alert.priority(), handling(Optional.empty(), Optional.empty()));
        var missed =
                round.orders.rules().rule(alert.rule(), round.deskName).map(Rule::receivers).orElse(List.of()).stream()
                        .filter(receiver -> !alert.recipients().contains(receiver))
                        .toList();
        var told = new ArrayList<>(alert.recipients());
        told.addAll(missed);
        var next = breaking.told(told);
        missed.forEach(receiver -> {
            round.unwait(receiver, alert.id());
            round.send(Notices.of(next, receiver, Notice.Kind.NEW, round.now));
        });
        keep(next, standing.lived());
    }

    private void keep(Alert next, Life life) {
        round.show(next);
        round.memory.standings().put(next.id(), standing.with(next).living(life));
        if (next.state() != Alert.State.OPEN) {
            round.forget(next);
        }
    }
}
