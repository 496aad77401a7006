package org.wirebell.alerts.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Alert;
import org.wirebell.model.Handling;
import org.wirebell.model.Notice;

/** One turn of the planner for one desk: what it may look at, and what comes of it. */
final class Round {
    /** Stands where a receiver would: what the next digest tells. */
    private static final String DIGEST = "#digest";

    final Orders orders;
    final Memory memory;
    final String deskName;
    final Newsdesk desk;
    final Instant now;
    final Gate gate;
    private final DeskState before;
    private final List<Alert> alerts = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<Waiting> kept = new ArrayList<>();
    private Optional<String> hushed = Optional.empty();
    private Optional<Alert> acknowledged = Optional.empty();

    Round(Orders orders, Memory memory, String deskName, Instant now) {
        this.orders = orders;
        this.memory = memory;
        this.deskName = deskName;
        this.desk = orders.desk(deskName);
        this.now = now;
        this.before = memory.desks().get(deskName).orElse(DeskState.NONE);
        this.gate = new Gate(orders, deskName, before, now);
    }

    void show(Alert alert) {
        alerts.add(alert);
    }

    void send(Notice notice) {
        notices.add(notice);
    }

    /** No receiver but screens would have heard of it, and they show it without a sound. */
    void hush(String why) {
        hushed = Optional.of(why);
    }

    /** Keeps a notice back; one that waits already keeps its place and takes the newer words. */
    void keep(Waiting waiting) {
        var notice = waiting.notice();
        var earlier = memory.waiting().get(key(notice.receiver(), notice.alert().id()));
        if (earlier.isPresent()) {
            wait(new Waiting(
                    notice,
                    earlier.get().why(),
                    earlier.get().since(),
                    earlier.get().due()));
            return;
        }
        wait(waiting);
        kept.add(waiting);
        later(new Errand(Errand.Kind.RELEASE, deskName, notice.receiver(), now, 0, waiting.due()));
    }

    void wait(Waiting waiting) {
        var notice = waiting.notice();
        memory.waiting().put(key(notice.receiver(), notice.alert().id()), waiting);
    }

    void unwait(String receiver, String alert) {
        memory.waiting().remove(key(receiver, alert));
    }

    /** Keeps what is known of an alert, when it is looked at next, and its figure for others to be held against. */
    void remember(Standing standing, Alert alert, Life life, Rule rule, Optional<OpenFigure> figure) {
        var next = life;
        if (life.closing().filter(now::isBefore).isEmpty()) {
            var due = now.plus(rule.closesAfter());
            next = life.closing(due);
            later(new Errand(Errand.Kind.CLOSE, deskName, alert.id(), now, 0, due));
        }
        memory.standings().put(alert.id(), standing.with(alert).living(next));
        figure.ifPresent(open -> memory.open().put(deskName, open));
        if (alert.state() != Alert.State.OPEN) {
            forget(alert);
        }
    }

    /** An alert that is over; {@code into} is the one that goes on in its place, if any. */
    Alert ended(Alert alert, String into) {
        var before = alert.handled();
        return alert.with(
                Alert.State.CLOSED,
                alert.priority(),
                new Handling(before.ack(), before.assignee(), before.remarks(), Optional.of(now), into));
    }

    /** Tells those that want to hear of an end. */
    void closed(Alert alert) {
        alert.recipients().stream()
                .filter(receiver -> orders.closes().contains(receiver) && !Route.isScreen(receiver))
                .map(receiver ->
                        Notices.of(alert, receiver, Notice.Kind.CLOSE, now).hushed())
                .forEach(this::send);
    }

    /** Tells those that want to hear that somebody has seen it. */
    void acknowledged(Alert alert, String action) {
        acknowledged = Optional.of(alert);
        alert.recipients().stream()
                .filter(orders.acks()::contains)
                .map(receiver -> Notices.acknowledged(alert, receiver, action, now))
                .forEach(this::send);
    }

    /** Its figure stands in the way of no other any more. */
    void forget(Alert alert) {
        alert.series().ifPresent(series -> memory.open().remove(deskName, series, alert.id()));
    }

    /** Plans who is told next while nobody acknowledges, unless that is planned already. */
    Life awaitAck(Life life, Alert alert) {
        var steps = desk.escalation();
        if (life.escalating().isPresent() || steps.stream().noneMatch(step -> step.isFor(alert.priority()))) {
            return life;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).isFor(alert.priority())) {
                later(new Errand(
                        Errand.Kind.ESCALATE,
                        deskName,
                        alert.id(),
                        now,
                        i,
                        now.plus(steps.get(i).after())));
            }
        }
        return life.escalating(Optional.of(now));
    }

    /** Something that was not told, for the next digest; the newest of each alert. */
    void forDigest(Alert alert, String silence) {
        desk.nextDigest(now)
                .ifPresent(due -> memory.waiting()
                        .put(
                                key(DIGEST, alert.id()),
                                new Waiting(
                                        Notices.of(alert, DIGEST, Notice.Kind.DIGEST, now)
                                                .silenced(silence),
                                        Waiting.Why.DIGEST,
                                        now,
                                        due)));
    }

    List<Map.Entry<String, Waiting>> forDigest(int most) {
        return memory.waiting().under(key(DIGEST, ""), most);
    }

    String key(String receiver, String alert) {
        return deskName + "|" + receiver + "|" + alert;
    }

    void later(Errand errand) {
        memory.agenda().put(errand.key(), errand);
    }

    /** Everything that came of it; the desk's state is kept. */
    Planned planned(Optional<Decision> decision) {
        var state = gate.state();
        var digest = desk.nextDigest(now);
        if (digest.isPresent() && !digest.equals(state.digested())) {
            state = state.digested(digest.get());
            later(new Errand(Errand.Kind.DIGEST, deskName, deskName, now, 0, digest.get()));
        }
        if (!state.equals(before)) {
            memory.desks().put(deskName, state);
        }
        notices.addAll(gate.storms());
        return new Planned(alerts, notices, kept, hushed, acknowledged, decision);
    }

    /** Several rounds. */
    static final class Sum {
        private final List<Alert> alerts = new ArrayList<>();
        private final List<Notice> notices = new ArrayList<>();
        private final List<Waiting> kept = new ArrayList<>();

        void add(Planned planned) {
            alerts.addAll(planned.alerts());
            notices.addAll(planned.notices());
            kept.addAll(planned.kept());
        }

        Planned planned() {
            return new Planned(alerts, notices, kept, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
