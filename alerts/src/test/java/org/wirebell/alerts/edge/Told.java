package org.wirebell.alerts.edge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Handling;
import org.wirebell.model.Notice;
import org.wirebell.model.Result;

/** Tells one receiver of one alert, notice by notice, and remembers what it has, as delivery does. */
final class Told {
    private final Notifier notifier;
    private final Known known = new Known();
    private int notices;

    private Optional<Handling.Ack> ack = Optional.empty();

    Told(Notifier notifier) {
        this.notifier = notifier;
    }

    Delivery loud(Notice.Kind kind, int revision) throws InterruptedException {
        return tell(kind, revision, false);
    }

    Delivery quiet(Notice.Kind kind, int revision) throws InterruptedException {
        return tell(kind, revision, true);
    }

    /** Somebody has seen this revision; it holds for what is told from now on. */
    Delivery seen(int revision) throws InterruptedException {
        ack = Optional.of(new Handling.Ack(revision, "ruiz", Notices.NOW, Notices.NOW.plusSeconds(7_200)));
        return tell(Notice.Kind.ACK, revision, true);
    }

    private Delivery tell(Notice.Kind kind, int revision, boolean quiet) throws InterruptedException {
        var plain = Notices.notice("n" + ++notices, "it", "a1", revision, kind);
        var handled = new Handling(ack, "", List.of(), Optional.empty(), "");
        var alert = plain.alert().with(plain.alert().state(), plain.alert().priority(), handled);
        var like = Notices.notice(plain.id(), "it", kind, alert);
        var notice = quiet ? like.hushed() : like;
        var answer = notifier.send(notice, known.shown("a1", "it"));
        if (answer instanceof Delivery.Sent sent) {
            known.add(result(notice, sent));
        }
        return answer;
    }

    private static Result result(Notice notice, Delivery.Sent sent) {
        return new Result(
                notice.id(),
                notice.alert().id(),
                "it",
                Result.Outcome.SENT,
                1,
                Notices.NOW,
                1,
                sent.detail(),
                sent.handle(),
                Map.of(Known.REVISION, notice.alert().revision(), Known.ANEW, sent.anew()));
    }

    List<String> handles() {
        return known.shown("a1", "it").map(Shown::handles).orElse(List.of());
    }

    Optional<Integer> revision() {
        return known.shown("a1", "it").map(Shown::revision);
    }
}
