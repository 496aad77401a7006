package org.wirebell.alerts.edge;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;

/**
 * What the page's service worker shows: {@code title}, {@code body}, {@code tag} (the alert: a newer notification of the same tag
 * takes the place of the older), {@code quiet}, {@code revision} and {@code link}.
 */
final class PushPayload {
    /** Bytes before encryption, so that the body keeps within the 4,096 that every push service takes (RFC 8291, 4). */
    static final int LIMIT = 3_993;

    private static final int TITLE = 120;
    private static final int LINK = 500;
    private static final Letter BODY = new Letter(UnaryOperator.identity(), 2_400, PushPayload::bytes);

    private PushPayload() {}

    static byte[] of(Notice notice, Headline.Size size) {
        var words = Wording.of(notice, size);
        var payload = Fields.of(
                "title",
                Plain.head(words.headline(), TITLE),
                "body",
                BODY.body(words),
                "tag",
                Plain.line(notice.alert().id(), 64),
                "revision",
                notice.alert().revision(),
                "kind",
                notice.kind().name(),
                "quiet",
                notice.quiet());
        if (bytes(words.link()) <= LINK) {
            payload.put("link", words.link());
        }
        return Json.whole(payload).getBytes(StandardCharsets.UTF_8);
    }

    /** As JSON. */
    private static int bytes(String text) {
        return Json.whole(text).getBytes(StandardCharsets.UTF_8).length;
    }
}
