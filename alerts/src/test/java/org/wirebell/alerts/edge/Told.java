package org.wirebell.alerts.edge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Notice;
import org.wirebell.model.Result;

/** Tells one receiver of one alert, notice by notice, and remembers what it has, as delivery does. */
final class Told {
    private final Notifier notifier;
    private final Known known = new Known();
    private int notices;

    Told(Notifier notifier) {
        this.notifier = notifier;
    }

    Delivery loud(Notice.Kind kind, int revision) throws InterruptedException {
        return tell(kind, revision, false);
    }

    Delivery quiet(Notice.Kind kind, int revision) throws InterruptedException {
        return tell(kind, revision, true);
    }

    private Delivery tell(Notice.Kind kind, int revision, boolean quiet) throws InterruptedException {
        var like = Notices.notice("n" + ++notices, "it", "a1", revision, kind);
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
