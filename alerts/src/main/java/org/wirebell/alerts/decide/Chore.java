package org.wirebell.alerts.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Alert;
import org.wirebell.model.Ids;
import org.wirebell.model.Notice;

/** What is done because its time has come. Errands that were overtaken come to nothing. */
final class Chore {
    private static final int AT_ONCE = 200;

    private final Round round;
    private final Errand errand;

    Chore(Round round, Errand errand) {
        this.round = round;
        this.errand = errand;
    }

    void done() {
        switch (errand.kind()) {
            case ESCALATE -> standing().ifPresent(this::escalate);
            case REMIND -> standing().ifPresent(this::remind);
            case CLOSE -> standing().ifPresent(this::close);
            case RELEASE -> release();
            case DIGEST -> digest();
        }
    }

    private Optional<Standing> standing() {
        return round.memory
                .standings()
                .get(errand.subject())
                .filter(standing -> standing.alert().isPresent());
    }

    /** Nobody has acknowledged: the next ones hear of it. */
    private void escalate(Standing standing) {
        var alert = standing.alert().orElseThrow();
        boolean awaited = standing.open()
                && standing.lived().escalating().filter(errand.since()::equals).isPresent();
        if (!awaited || errand.step() >= round.desk.escalation().size()) {
            return;
        }
        var step = round.desk.escalation().get(errand.step());
        var told = new ArrayList<>(alert.recipients());
        var receivers = step.receivers().stream()
                .filter(receiver -> step.again().orElse(false) || !told.contains(receiver))
                .toList();
        receivers.stream().filter(receiver -> !told.contains(receiver)).forEach(told::add);
        var why = "nobody acknowledged revision " + alert.revision() + " within " + step.after();
        var next = alert.saying(alert.state(), Alert.Reason.ESCALATED, alert.title(), List.of(why))
                .told(told);
        receivers.stream()
                .map(receiver -> Notices.of(next, receiver, Notice.Kind.ESCALATE, round.now))
                .forEach(round::send);
        keep(standing, next, standing.lived());
    }

    /** An acknowledgement has run out. */
    private void remind(Standing standing) {
        var alert = standing.alert().orElseThrow();
        boolean runs = alert.handled()
                .ack()
                .filter(ack -> ack.at().equals(errand.since()) && !round.now.isBefore(ack.until()))
                .isPresent();
        if (!runs || !standing.open()) {
            return;
        }
        var why =
                "the acknowledgement by " + alert.handled().ack().orElseThrow().by() + " has run out";
        var next = alert.saying(alert.state(), Alert.Reason.REMINDER, alert.title(), List.of(why));
        alert.recipients().stream()
                .map(receiver -> Notices.of(next, receiver, Notice.Kind.REMIND, round.now))
                .forEach(round::send);
        keep(standing, next, standing.lived());
    }

    /** Nothing was heard for long: it is over. */
    private void close(Standing standing) {
        var alert = standing.alert().orElseThrow();
        if (standing.in(Alert.State.CLOSED)) {
            return;
        }
        var after = round.orders.rules().rule(alert.rule(), round.deskName).map(Rule::closesAfter);
        var heard = standing.lived().spoke().filter(alert.received()::isBefore).orElse(alert.received());
        var due = after.map(heard::plus).filter(round.now::isBefore);
        if (due.isPresent()) {
            round.later(new Errand(Errand.Kind.CLOSE, round.deskName, alert.id(), round.now, 0, due.get()));
            round.memory
                    .standings()
                    .put(alert.id(), standing.living(standing.lived().closing(due.get())));
            return;
        }
        var closed = round.ended(alert, "");
        round.closed(closed);
        keep(standing, closed, standing.lived().escalating(Optional.empty()));
        round.forget(closed);
    }

    private void keep(Standing standing, Alert alert, Life life) {
        round.show(alert);
        round.memory.standings().put(alert.id(), standing.with(alert).living(life));
    }

    /** What has waited for this receiver goes: one as itself, several as one. */
    private void release() {
        var receiver = errand.subject();
        var due = round.memory.waiting().under(round.key(receiver, ""), AT_ONCE).stream()
                .filter(entry -> !round.now.isBefore(entry.getValue().due()))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        due.forEach(entry -> round.memory.waiting().remove(entry.getKey()));
        var waiting = due.stream().map(Map.Entry::getValue).toList();
        var grouped =
                waiting.stream().filter(it -> it.why() == Waiting.Why.GROUPING).toList();
        grouped.forEach(it -> outcome(round.gate.released(late(it)), List.of(it)));
        var rest =
                waiting.stream().filter(it -> it.why() != Waiting.Why.GROUPING).toList();
        if (rest.size() == 1) {
            outcome(round.gate.released(late(rest.getFirst())), rest);
        } else if (!rest.isEmpty()) {
            outcome(round.gate.released(summary(receiver, rest)), rest);
        }
    }

    /** As it goes now, saying since when it has waited. */
    private Notice late(Waiting waiting) {
        var alert = waiting.notice().alert();
        var why = new ArrayList<>(alert.why());
        why.add("kept back since " + waiting.since() + ": " + word(waiting));
        return Notices.again(
                waiting.notice(),
                alert.saying(alert.state(), alert.reason(), alert.title(), why),
                waiting.notice().kind(),
                round.now);
    }

    private void outcome(Fate fate, List<Waiting> behind) {
        switch (fate) {
            case Fate.Goes goes -> {
                round.send(goes.notice());
                behind.forEach(waiting ->
                        told(waiting.notice().alert().id(), goes.notice().receiver()));
            }
            case Fate.Muted muted -> round.send(muted.notice());
            case Fate.Waits again ->
                behind.forEach(waiting -> round.keep(new Waiting(
                        waiting.notice(),
                        again.waiting().why(),
                        waiting.since(),
                        again.waiting().due())));
        }
    }

    /** From now on this receiver is among those who hear of corrections. */
    private void told(String id, String receiver) {
        round.memory
                .standings()
                .get(id)
                .ifPresent(standing -> standing.alert().ifPresent(alert -> {
                    if (!alert.recipients().contains(receiver)) {
                        var all = new ArrayList<>(alert.recipients());
                        all.add(receiver);
                        keep(standing, alert.told(all), standing.lived());
                    }
                }));
    }

    private Notice summary(String receiver, List<Waiting> waiting) {
        var entries = waiting.stream()
                .map(it -> Notices.entry(it.notice().alert(), word(it)))
                .sorted(Comparator.comparing(Notice.Entry::priority).thenComparing(Notice.Entry::received))
                .toList();
        var since = waiting.stream()
                .map(Waiting::since)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var id = Ids.id(round.deskName, receiver, "more", errand.due().toString());
        var title = waiting.size() + " changes since " + since;
        var alert = waiting.getFirst()
                .notice()
                .alert()
                .named(id, "more", round.deskName, Alert.Reason.DIGEST, title, round.now, List.of(title));
        return Notices.digest(id, receiver, alert, entries, round.now);
    }

    /** What was not told since the last one, by story. */
    private void digest() {
        var entries = round.forDigest(AT_ONCE);
        if (round.desk.digest().isEmpty() || entries.isEmpty()) {
            return;
        }
        entries.forEach(entry -> round.memory.waiting().remove(entry.getKey()));
        var notices = entries.stream().map(entry -> entry.getValue().notice()).toList();
        var lines = notices.stream()
                .map(notice -> Notices.entry(notice.alert(), notice.silence()))
                .sorted(Comparator.comparing(Notice.Entry::story)
                        .thenComparing(Notice.Entry::priority)
                        .thenComparing(Notice.Entry::received))
                .toList();
        var title = "Digest of desk " + round.deskName + ": " + lines.size()
                + (lines.size() == 1 ? " change that was" : " changes that were") + " not told";
        var id = Ids.id(round.deskName, "digest", errand.due().toString());
        var alert = notices.getFirst()
                .alert()
                .named(id, "digest", round.deskName, Alert.Reason.DIGEST, title, round.now, List.of(title));
        round.desk.digest().get().receivers().stream()
                .map(receiver -> Notices.digest(Ids.id(id, receiver), receiver, alert, lines, round.now))
                .forEach(round::send);
    }

    private static String word(Waiting waiting) {
        return waiting.why().name().toLowerCase(java.util.Locale.ROOT);
    }
}
