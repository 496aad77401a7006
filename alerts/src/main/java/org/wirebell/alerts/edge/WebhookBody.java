package org.wirebell.alerts.edge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirebell.model.Alert;
import org.wirebell.model.Handling;
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
    private static final int ENTRIES = 20;
    private static final int FEW_ENTRIES = 4;

    /**
     * @param evidence the sentence that the figure was read in, {@code quote} the words within it
     * @param quoteStart offset of the quote in {@code evidence}, in UTF-16 units
     * @param acknowledged who has seen which revision, until when that holds
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
            boolean quiet,
            String headline,
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
            Optional<Handling.Ack> acknowledged,
            List<String> why,
            List<Alert.Revision> history,
            List<Entry> entries,
            List<String> leftOut) {}

    /** One change of a digest. */
    record Entry(String alertId, int revision, String title, String claimant, String evidence, String link) {}

    static byte[] of(Notice notice) {
        return of(notice, Headline.Size.FULL);
    }

    /** The body, with history and then reasons dropped when it would be too large, and the tail of a digest's entries. */
    static byte[] of(Notice notice, Headline.Size size) {
        var words = Wording.of(notice, size);
        for (var leftOut : List.of(List.<String>of(), List.of("history"), List.of("history", "why"))) {
            var bytes = bytes(notice, words, leftOut);
            if (bytes.length <= LIMIT) {
                return bytes;
            }
        }
        return bytes(notice, words, List.of("history", "why", "series", "entries"));
    }

    /** What webhooks have under {@code data}, alone. */
    static byte[] data(Notice notice, Headline.Size size) {
        return Json.plain(data(notice, Wording.of(notice, size), List.of())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Notice notice, Wording words, List<String> leftOut) {
        var body = new WebhookBody(type(notice.kind()), notice.planned(), data(notice, words, leftOut));
        return Json.plain(body).getBytes(StandardCharsets.UTF_8);
    }

    private static Data data(Notice notice, Wording words, List<String> leftOut) {
        var alert = notice.alert();
        var history = alert.revisions();
        return new Data(
                Plain.line(notice.id(), ITEM),
                Plain.line(alert.id(), ITEM),
                alert.revision(),
                alert.state(),
                alert.priority(),
                alert.reason(),
                Plain.line(alert.rule(), ITEM),
                notice.quiet(),
                words.headline(),
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
                alert.handled().ack().map(WebhookBody::acknowledged),
                leftOut.contains("why") ? List.of() : words.why(),
                leftOut.contains("history")
                        ? List.of()
                        : history.subList(Math.max(0, history.size() - HISTORY), history.size()),
                entries(notice, leftOut),
                leftOut);
    }

    private static Handling.Ack acknowledged(Handling.Ack ack) {
        return new Handling.Ack(ack.revision(), Plain.line(ack.by(), ITEM), ack.at(), ack.until());
    }

    private static List<Entry> entries(Notice notice, List<String> leftOut) {
        int most = leftOut.contains("entries") ? FEW_ENTRIES : leftOut.isEmpty() ? ENTRIES : ENTRIES / 2;
        return notice.entries().stream()
                .limit(most)
                .map(entry -> new Entry(
                        Plain.line(entry.alert(), 64),
                        entry.revision(),
                        Plain.line(entry.title(), 200),
                        Plain.line(entry.claimant(), 100),
                        Plain.line(entry.sentence(), 300),
                        Plain.line(entry.link(), 300)))
                .toList();
    }

    /** The event type of a notice, also where others than webhooks name one. */
    static String type(Notice.Kind kind) {
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
            case ACK -> "acknowledged";
            case DIGEST, TEST -> kind.name().toLowerCase(Locale.ROOT);
        };
        return "wirebell.alert." + word;
    }
}
