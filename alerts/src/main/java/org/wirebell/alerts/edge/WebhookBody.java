package org.wirebell.alerts.edge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirebell.model.Alert;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;
import org.wirebell.model.Series;

/**
 * A notice as the JSON body of a webhook: {@code type}, {@code timestamp} and {@code data}, as Standard Webhooks 1.0.0 asks
 * for. The same {@code data.alertId} with a higher {@code data.revision} replaces what was said before.
 *
 * @param timestamp when the notice was planned; the same at every attempt
 */
record WebhookBody(String type, Instant timestamp, Data data) {
    /** Standard Webhooks: a body should stay below 20 kB. */
    static final int LIMIT = 20_000;

    private static final int HISTORY = 20;
    private static final int ITEM = 500;

    /**
     * @param evidence the sentence that the figure was read in, {@code quote} the words within it
     * @param quoteStart offset of the quote in {@code evidence}, in UTF-16 units
     * @param leftOut parts that were dropped for size
     */
    record Data(
            String noticeId,
            String alertId,
            int revision,
            Alert.State state,
            Priority priority,
            Alert.Reason reason,
            String rule,
            String title,
            String text,
            Optional<Series> series,
            Optional<Alert.Reading> before,
            Optional<Alert.Reading> after,
            String claimant,
            String agency,
            String evidence,
            String quote,
            int quoteStart,
            String language,
            String item,
            String link,
            Optional<Instant> published,
            Instant received,
            Instant opened,
            List<String> why,
            List<Alert.Revision> history,
            List<String> leftOut) {}

    /** The body, with history and then reasons dropped when it would be too large. */
    static byte[] of(Notice notice) {
        for (var leftOut : List.of(List.<String>of(), List.of("history"), List.of("history", "why"))) {
            var bytes = bytes(notice, leftOut);
            if (bytes.length <= LIMIT) {
                return bytes;
            }
        }
        return bytes(notice, List.of("history", "why", "series"));
    }

    private static byte[] bytes(Notice notice, List<String> leftOut) {
        var alert = notice.alert();
        var words = Wording.of(notice);
        var history = alert.revisions();
        var data = new Data(
                Plain.line(notice.id(), ITEM),
                Plain.line(alert.id(), ITEM),
                alert.revision(),
                alert.state(),
                alert.priority(),
                alert.reason(),
                Plain.line(alert.rule(), ITEM),
                words.title(),
                words.change(),
                leftOut.contains("series") ? Optional.empty() : alert.series(),
                alert.before(),
                alert.after(),
                alert.claimant().isBlank() ? "" : words.claimant(),
                Plain.line(alert.evidence().source(), ITEM),
                words.sentence().text(),
                words.sentence().quote(),
                words.sentence().before().length(),
                words.language(),
                Plain.line(alert.causeItem(), ITEM),
                words.link(),
                alert.evidence().published(),
                alert.received(),
                alert.opened(),
                leftOut.contains("why") ? List.of() : words.why(),
                leftOut.contains("history")
                        ? List.of()
                        : history.subList(Math.max(0, history.size() - HISTORY), history.size()),
                leftOut);
        return Json.plain(new WebhookBody(type(notice.kind()), notice.planned(), data))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String type(Notice.Kind kind) {
        var word = switch (kind) {
            case NEW -> "opened";
            case UPDATE -> "updated";
            case CORRECT -> "corrected";
            case WITHDRAW -> "withdrawn";
            case HOLD -> "held";
            case RELEASE -> "released";
            case ESCALATE -> "escalated";
            case REMIND -> "reminded";
            case CLOSE -> "closed";
            case DIGEST, TEST -> kind.name().toLowerCase(Locale.ROOT);
        };
        return "wirebell.alert." + word;
    }
}
