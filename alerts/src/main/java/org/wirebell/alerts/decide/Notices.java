package org.wirebell.alerts.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wirebell.model.Alert;
import org.wirebell.model.Ids;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;

/** Makes notices, with ids that a replay makes again. */
final class Notices {
    private static final Duration FLASH_LIFE = Duration.ofMinutes(30);
    static final Duration OTHER_LIFE = Duration.ofHours(6);

    private Notices() {}

    static Notice of(Alert alert, String receiver, Notice.Kind kind, Instant planned) {
        return new Notice(
                id(alert, receiver, kind), receiver, kind, alert, planned, planned.plus(life(alert)), Map.of());
    }

    /** The same notice at a later moment, of another kind, or of a newer revision. */
    static Notice again(Notice notice, Alert alert, Notice.Kind kind, Instant planned) {
        return new Notice(
                kind == notice.kind() && alert.revision() == notice.alert().revision()
                        ? notice.id()
                        : id(alert, notice.receiver(), kind),
                notice.receiver(),
                kind,
                alert,
                planned,
                planned.plus(life(alert)),
                notice.quiet(),
                notice.silence(),
                notice.entries(),
                notice.more());
    }

    /** Word of what a person did; it may be done to one revision again and again. */
    static Notice acknowledged(Alert alert, String receiver, String action, Instant planned) {
        return new Notice(
                Ids.id(alert.id(), receiver, "action|" + action, "ack"),
                receiver,
                Notice.Kind.ACK,
                alert,
                planned,
                planned.plus(life(alert)),
                true,
                "",
                List.of(),
                Map.of());
    }

    /** Many in one, without a sound. */
    static Notice digest(String id, String receiver, Alert alert, List<Notice.Entry> entries, Instant planned) {
        return new Notice(
                id,
                receiver,
                Notice.Kind.DIGEST,
                alert,
                planned,
                planned.plus(OTHER_LIFE),
                true,
                "",
                entries,
                Map.of());
    }

    static Notice.Entry entry(Alert alert, String silence) {
        return new Notice.Entry(
                alert.id(),
                alert.revision(),
                alert.priority(),
                alert.title(),
                alert.claimant(),
                alert.evidence().sentence(),
                alert.evidence().link(),
                alert.story(),
                alert.received(),
                silence);
    }

    private static Duration life(Alert alert) {
        return alert.priority() == Priority.FLASH ? FLASH_LIFE : OTHER_LIFE;
    }

    private static String id(Alert alert, String receiver, Notice.Kind kind) {
        return Ids.id(alert.id(), receiver, again(alert), kind.name().toLowerCase(Locale.ROOT));
    }

    /** The cause; with the number where one version of an item changes the same alert twice. */
    private static String again(Alert alert) {
        boolean before = alert.revisions().stream()
                .anyMatch(revision -> revision.revision() < alert.revision()
                        && revision.causeItem().equals(alert.causeItem()));
        return before
                ? alert.causeItem() + "="
                        + alert.after()
                                .flatMap(Numbers::of)
                                .map(String::valueOf)
                                .orElse("")
                : alert.causeItem();
    }
}
