package org.wirebell.alerts.edge;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Alert;
import org.wirebell.model.Evidence;
import org.wirebell.model.Figure;
import org.wirebell.model.Ids;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;

/** Notices that delivery itself has cause for: no news, but what those who run it must hear. Pure. */
final class OwnNotice {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration LONG_LIFE = Duration.ofHours(6);

    private OwnNotice() {}

    /** A fire drill. */
    static Notice test(String receiver, Instant now) {
        return notice(
                Ids.id("test", receiver, now.toString()),
                receiver,
                Notice.Kind.TEST,
                alert(
                        Ids.id("test", receiver, now.toString()),
                        "test",
                        Priority.NORMAL,
                        Alert.Reason.TEST,
                        "Fire drill for receiver " + receiver,
                        "This is a fire drill. Nothing has happened.",
                        receiver,
                        now),
                LIFE,
                now);
    }

    /** A receiver was turned off; told once a day at most. */
    static Notice off(String receiver, String operator, String why, Instant now) {
        var id = Ids.id(
                "receiver-off",
                receiver,
                now.atOffset(ZoneOffset.UTC).toLocalDate().toString());
        var title = "Receiver " + receiver + " is off; its notices go to its fallback, if it has one";
        return notice(
                Ids.id(id, operator),
                operator,
                Notice.Kind.NEW,
                alert(id, "receiver-off", Priority.URGENT, Alert.Reason.FIRST, title, why, operator, now),
                LONG_LIFE,
                now);
    }

    private static Notice notice(
            String id, String receiver, Notice.Kind kind, Alert alert, Duration life, Instant now) {
        return new Notice(id, receiver, kind, alert, now, now.plus(life), Map.of());
    }

    private static Alert alert(
            String id,
            String rule,
            Priority priority,
            Alert.Reason reason,
            String title,
            String sentence,
            String receiver,
            Instant now) {
        var evidence = new Evidence(
                rule, "", "Wirebell", title, "", Optional.of(now), Figure.Part.HEADLINE, sentence, "", 0, 0, 0, rule);
        return new Alert(
                id,
                rule,
                rule,
                1,
                Alert.State.OPEN,
                priority,
                reason,
                title,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                List.of(),
                evidence,
                "en",
                rule + "#" + id,
                List.of(receiver),
                List.of(),
                now,
                now,
                List.of(),
                Map.of());
    }
}
