package org.wirebell.alerts.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirebell.model.Alert;
import org.wirebell.model.Alert.Reason;
import org.wirebell.model.Handling;
import org.wirebell.model.Notice;

/** Carries out what a rule has decided: who hears it now, who later, who not, and what is to be remembered. */
final class Telling {
    private final Round round;
    private final Rule rule;
    private final String id;
    private final Happening happening;
    private final Standing before;

    /** @param before what was remembered of the alert until now */
    Telling(Round round, Rule rule, String id, Happening happening, Standing before) {
        this.round = round;
        this.rule = rule;
        this.id = id;
        this.happening = happening;
        this.before = before;
    }

    void tell(Decision.Speak speak) {
        var life = before.lived().moved(way(speak.alert()), round.now, round.desk.whiplash());
        boolean takesBack = speak.alert().state() == Alert.State.WITHDRAWN;
        if (life.torn() && !takesBack) {
            torn(speak, life);
            return;
        }
        var open = reopened(speak.alert());
        var mute = new Mute(rule, happening, open, before, round.memory, round.orders, round.now);
        var why = mute.why();
        var told = new ArrayList<>(recipients());
        var going = new ArrayList<Notice>();
        for (var planned : speak.notices()) {
            switch (round.gate.fate(known(planned, open), why)) {
                case Fate.Goes goes -> {
                    going.add(goes.notice());
                    round.unwait(goes.notice().receiver(), id);
                    if (!told.contains(goes.notice().receiver())) {
                        told.add(goes.notice().receiver());
                    }
                }
                case Fate.Muted muted -> going.add(muted.notice());
                case Fate.Waits waits -> round.keep(waits.waiting());
            }
        }
        if (going.stream().anyMatch(notice -> !notice.goes())) {
            round.forDigest(open, why.orElse(""));
        }
        var hush = why.filter(_ -> hushes(speak, going));
        var alert = hush.map(words -> muted(open, words)).orElse(open).told(told);
        hush.filter(_ -> going.stream().allMatch(Notice::goes)).ifPresent(round::hush);
        overtaken(alert);
        going.forEach(notice -> round.send(Notices.again(notice, alert, notice.kind(), notice.planned())));
        round.show(alert);
        boolean loud = going.stream().anyMatch(notice -> notice.goes() && !notice.quiet());
        var figure = alert.state() == Alert.State.OPEN ? mute.figure() : Optional.<OpenFigure>empty();
        round.remember(
                speak.standing(), alert, loud ? round.awaitAck(life.spoke(round.now), alert) : life, rule, figure);
    }

    private static boolean hushes(Decision.Speak speak, List<Notice> going) {
        return speak.notices().stream().noneMatch(notice -> Gate.always(notice.kind()))
                && going.stream().noneMatch(notice -> notice.goes() && !notice.quiet());
    }

    /** Says itself why it is not told: a rule for screens alone has no notice that could. */
    private static Alert muted(Alert alert, String words) {
        var why = new ArrayList<>(alert.why());
        why.add("not told: " + words);
        return alert.saying(alert.state(), alert.reason(), alert.title(), why);
    }

    /** What is not told: small changes are edited in place, what is too old waits for the digest. */
    void keep(Decision.Silent silent) {
        silent.unsaid().ifPresent(alert -> {
            var word = word(silent.why());
            round.send(Notices.of(alert, Route.PAGE, Notice.Kind.NEW, round.now).silenced(word));
            if (silent.why() == Decision.Why.STALE) {
                round.forDigest(alert, word);
            }
        });
        silent.shown().ifPresent(alert -> {
            round.show(alert);
            alert.recipients().stream()
                    .filter(receiver ->
                            !Route.isScreen(receiver) && round.orders.edits().contains(receiver))
                    .map(receiver -> Notices.of(alert, receiver, Notice.Kind.UPDATE, round.now)
                            .hushed())
                    .forEach(round::send);
        });
        round.memory.standings().put(id, silent.standing());
    }

    /** The number goes up and down: those who were told hear it once, then a person has to look. */
    private void torn(Decision.Speak speak, Life life) {
        if (before.lived().torn()) {
            round.send(Notices.of(speak.alert(), Route.PAGE, Notice.Kind.UPDATE, round.now)
                    .silenced(word(Decision.Why.WHIPLASH)));
            round.memory
                    .standings()
                    .put(id, before.alert().map(speak.standing()::with).orElse(before));
            return;
        }
        var why =
                "the number told has turned twice within a short time; nothing more is told until a person releases it";
        var held = speak.alert()
                .saying(Alert.State.HELD, Reason.HELD, Titles.torn(speak.alert()), List.of(why))
                .told(recipients());
        recipients().stream()
                .map(receiver -> Notices.of(held, receiver, Notice.Kind.HOLD, round.now))
                .forEach(round::send);
        round.show(held);
        round.remember(speak.standing(), held, life, rule, Optional.empty());
    }

    /** Which way the number goes that people are told. */
    private static int way(Alert alert) {
        if (alert.series().isEmpty() || alert.reason() == Reason.CONFLICT || alert.reason() == Reason.NEW_CLAIMANT) {
            return 0;
        }
        long then = alert.before().flatMap(Numbers::of).orElse(0L);
        long now = alert.after().flatMap(Numbers::of).orElse(0L);
        return Long.compare(now, then);
    }

    private List<String> recipients() {
        return before.alert().map(Alert::recipients).orElse(List.of());
    }

    /** What speaks again after it was closed is handled anew; its history stays. */
    private Alert reopened(Alert alert) {
        return before.in(Alert.State.CLOSED) ? alert.with(alert.state(), alert.priority(), Handling.NONE) : alert;
    }

    /** Who was never told hears a change as something new. */
    private Notice known(Notice notice, Alert alert) {
        boolean unknown = notice.kind() == Notice.Kind.UPDATE && !recipients().contains(notice.receiver());
        return Notices.again(notice, alert, unknown ? Notice.Kind.NEW : notice.kind(), notice.planned());
    }

    /** What still waits is told as it stands now, or not at all when it was taken back meanwhile. */
    private void overtaken(Alert alert) {
        boolean gone = alert.state() != Alert.State.OPEN;
        rule.receivers()
                .forEach(receiver -> round.memory
                        .waiting()
                        .get(round.key(receiver, id))
                        .ifPresent(waiting -> {
                            if (gone) {
                                round.unwait(receiver, id);
                                round.send(waiting.notice().silenced(word(alert.reason()) + ": before it was told"));
                            } else if (waiting.notice().alert().revision() < alert.revision()) {
                                round.wait(new Waiting(
                                        Notices.again(
                                                waiting.notice(),
                                                alert,
                                                waiting.notice().kind(),
                                                round.now),
                                        waiting.why(),
                                        waiting.since(),
                                        waiting.due()));
                            }
                        }));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
