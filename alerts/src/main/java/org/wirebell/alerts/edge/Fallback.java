package org.wirebell.alerts.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import org.wirebell.model.Ids;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;
import org.wirebell.model.Result;

/** When another receiver is told in the place of one, and what. Pure. */
final class Fallback {
    /** A flash that has not arrived by then goes to the fallback as well. */
    static final Duration FLASH = Duration.ofMinutes(1);
    /** A receiver that took nothing for so long, over at least so many attempts, is turned off. */
    static final Duration PATIENCE = Duration.ofHours(24);

    static final int FAILURES = 10;

    private Fallback() {}

    /** Whether a notice that came to this end must reach people by another way. */
    static boolean afterEnd(Notice notice, Result.Outcome outcome) {
        boolean lost = outcome == Result.Outcome.EXPIRED || outcome == Result.Outcome.REFUSED;
        return lost && isNews(notice);
    }

    /** @param since when it could have been sent */
    static boolean early(Work work, Instant since, Instant now) {
        return isNews(work.notice())
                && work.notice().alert().priority() == Priority.FLASH
                && !now.isBefore(since.plus(FLASH));
    }

    private static boolean isNews(Notice notice) {
        return switch (notice.kind()) {
            case NEW, UPDATE, CORRECT, WITHDRAW, HOLD, RELEASE, ESCALATE, REMIND, DIGEST -> true;
            case CLOSE, ACK, TEST -> false;
        };
    }

    /** What takes back or amends must reach whoever was told, also in another's place. */
    static boolean follows(Notice notice) {
        return switch (notice.kind()) {
            case CORRECT, WITHDRAW, HOLD, RELEASE -> true;
            case NEW, UPDATE, ESCALATE, REMIND, CLOSE, ACK, DIGEST, TEST -> false;
        };
    }

    static boolean hopeless(Known.Trouble trouble, Instant now) {
        return trouble.failures() >= FAILURES && !now.isBefore(trouble.since().plus(PATIENCE));
    }

    /**
     * The same news for another receiver. Its id comes from alert, receiver, revision and kind,
     * so that a repeat is seen as one, also when two receivers have the same fallback.
     */
    static Notice notice(Notice lost, String to, Instant now) {
        var more = new HashMap<>(lost.more());
        more.putIfAbsent(Known.INSTEAD_OF, lost.receiver());
        var kind = lost.kind().name().toLowerCase(Locale.ROOT);
        return new Notice(
                Ids.id(
                        lost.alert().id(),
                        to,
                        lost.alert().causeItem() + "=" + lost.alert().revision(),
                        kind),
                to,
                lost.kind(),
                lost.alert(),
                now,
                now.plus(Duration.between(lost.planned(), lost.expires())),
                false,
                "",
                lost.entries(),
                more);
    }
}
