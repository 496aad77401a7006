package org.wirebell.alerts.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirebell.model.Action;
import org.wirebell.model.Alert;
import org.wirebell.model.Ids;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;

/**
 * Volume control of one desk. In this order: what always goes, silences and their kin, quiet hours, storms, grouping, budget.
 * Nothing that takes back or amends is ever kept back, and nothing loud is kept back by something that is not.
 */
final class Gate {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration OVERRIDE = Duration.ofHours(1);

    private final Orders orders;
    private final Newsdesk desk;
    private final String name;
    private final Instant now;
    private final List<Notice> storms = new ArrayList<>();
    private DeskState state;

    Gate(Orders orders, String name, DeskState state, Instant now) {
        this.orders = orders;
        this.desk = orders.desk(name);
        this.name = name;
        this.state = state;
        this.now = now;
    }

    DeskState state() {
        return state;
    }

    /** Word of a storm for the operators, once when it begins. */
    List<Notice> storms() {
        return storms;
    }

    /** @param mute why the rule's answer is not to be told, when there is a reason */
    Fate fate(Notice notice, Optional<String> mute) {
        var alert = notice.alert();
        var receiver = notice.receiver();
        if (notice.kind() == Notice.Kind.TEST || breaking(alert)) {
            return new Fate.Goes(notice);
        }
        var sleeps = desk.quietUntil(now, alert.priority());
        if (always(notice.kind())) {
            return new Fate.Goes(sleeps.isPresent() && !Route.isScreen(receiver) ? notice.hushed() : notice);
        }
        if (mute.isPresent()) {
            boolean shows = Route.isScreen(receiver) && !mute.get().startsWith(Mute.DRY_RUN)
                    || mute.get().startsWith(Mute.COOLDOWN) && edits(alert, receiver);
            return shows ? new Fate.Goes(notice.hushed()) : new Fate.Muted(notice.silenced(mute.get()));
        }
        return Route.isScreen(receiver) || notice.quiet() ? new Fate.Goes(notice) : volume(notice, sleeps);
    }

    private Fate volume(Notice notice, Optional<Instant> sleeps) {
        if (sleeps.isPresent()) {
            return waits(notice, Waiting.Why.QUIET, sleeps.get());
        }
        state = state.counted(now);
        if (notice.alert().priority() == Priority.FLASH) {
            return new Fate.Goes(notice);
        }
        if (state.count() > desk.storm()) {
            if (!state.stormy(now)) {
                storm(notice.alert());
            }
            state = state.storm(now.plus(MINUTE));
        }
        if (state.stormy(now)) {
            return waits(notice, Waiting.Why.STORM, state.storm().orElseThrow());
        }
        boolean groups = notice.kind() == Notice.Kind.NEW
                && Priority.URGENT.louderThan(notice.alert().priority());
        return groups && desk.groupWait().isPositive()
                ? waits(notice, Waiting.Why.GROUPING, now.plus(desk.groupWait()))
                : paid(notice);
    }

    /** Of what has waited: quiet hours and budgets may hold anew, silences were asked before. */
    Fate released(Notice notice) {
        var sleeps = desk.quietUntil(now, notice.alert().priority());
        return sleeps.isPresent() ? waits(notice, Waiting.Why.QUIET, sleeps.get()) : paid(notice);
    }

    /** Goes when the receiver has a token left, which a flash does not need. */
    private Fate paid(Notice notice) {
        if (Route.isScreen(notice.receiver()) || notice.alert().priority() == Priority.FLASH) {
            return new Fate.Goes(notice);
        }
        if (state.tokens(notice.receiver(), desk.budget(), now) < 1) {
            return waits(notice, Waiting.Why.OVER_BUDGET, state.refilled(notice.receiver(), desk.budget(), now));
        }
        state = state.spent(notice.receiver(), desk.budget(), now);
        return new Fate.Goes(notice);
    }

    private Fate waits(Notice notice, Waiting.Why why, Instant due) {
        return new Fate.Waits(new Waiting(notice, why, now, due));
    }

    private boolean edits(Alert alert, String receiver) {
        return alert.recipients().contains(receiver) && orders.edits().contains(receiver);
    }

    private void storm(Alert cause) {
        var title = "Storm: more than " + desk.storm() + " notices in a minute for desk " + name
                + "; only flashes are told for now";
        var id = Ids.id("storm", name, now.toString());
        var alert = cause.named(id, "storm", name, Alert.Reason.DIGEST, title, now, List.of(title));
        desk.operators().stream()
                .map(receiver -> Notices.digest(Ids.id(id, receiver), receiver, alert, List.of(), now))
                .forEach(storms::add);
    }

    /** What follows goes to those who were told, and what time or persons ask for goes to whom they name. */
    static boolean always(Notice.Kind kind) {
        return switch (kind) {
            case CORRECT, WITHDRAW, HOLD, RELEASE, ESCALATE, REMIND, CLOSE, ACK -> true;
            case NEW, UPDATE, DIGEST, TEST -> false;
        };
    }

    /** Whether a person said within the hour that this goes past everything. */
    private boolean breaking(Alert alert) {
        return alert.handled().remarks().stream()
                .anyMatch(remark -> remark.verb() == Action.Verb.BREAKING
                        && now.isBefore(remark.at().plus(OVERRIDE)));
    }
}
