package org.wirebell.alerts.edge;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;

/**
 * A PagerDuty service by Events API v2. The alert's id is the dedup key: PagerDuty joins what comes for an open incident to it,
 * without a sound; an alert's end or withdrawal resolves it. A digest is no incident. An incident that was acknowledged here
 * stays silent over there whatever comes, so what speaks after it resolves it and opens another under the same key.
 */
final class PagerDutyNotifier implements Notifier {
    static final HttpUrl API = HttpUrl.get("https://events.pagerduty.com/v2/enqueue");
    static final int SUMMARY = 1_024;
    static final int DEDUP_KEY = 255;
    /** Of a whole event, in bytes. */
    static final int EVENT = 512 * 1_024;

    private static final String TRIGGER = "trigger";
    private static final String RESOLVE = "resolve";
    private static final Duration MINUTES = Duration.ofMinutes(2);

    private final HttpUrl api;
    private final Secret routingKey;
    private final Headline.Size size;
    private final Duration timeout;
    private final Post post;

    PagerDutyNotifier(HttpUrl api, Secret routingKey, Headline.Size size, Duration timeout, Post post) {
        this.api = api;
        this.routingKey = routingKey;
        this.size = size;
        this.timeout = timeout;
        this.post = post;
    }

    @Override
    public Delivery send(Notice notice, Optional<Shown> earlier) throws InterruptedException {
        if (notice.kind() == Notice.Kind.DIGEST) {
            return new Delivery.Skipped("channel_has_no_digest");
        }
        var key = Plain.head(notice.alert().id(), DEDUP_KEY);
        if (reopens(notice, earlier)) {
            var resolved = send(event(RESOLVE, key), key);
            if (!(resolved instanceof Delivery.Sent)) {
                return resolved;
            }
        }
        var action = action(notice.kind());
        return send(action.equals(TRIGGER) ? trigger(notice, key) : event(action, key), key);
    }

    /** Whether nothing was told there since somebody has seen it here. */
    private static boolean reopens(Notice notice, Optional<Shown> earlier) {
        boolean seen = notice.alert()
                .handled()
                .ack()
                .filter(ack -> earlier.filter(shown -> shown.revision() <= ack.revision())
                        .isPresent())
                .isPresent();
        return seen && !notice.quiet() && action(notice.kind()).equals(TRIGGER);
    }

    private Delivery send(Map<String, Object> event, String key) throws InterruptedException {
        var out = Outgoing.json(api, Map.of(), Json.whole(event), timeout);
        return post.send(out, (reply, now) -> switch (reply.judged(now)) {
            case Delivery.Sent sent -> new Delivery.Sent(sent.detail(), key);
            // PagerDuty names no wait and asks for minutes.
            case Delivery.Later later
            when reply.status() == 429 && later.after().isZero() -> new Delivery.Later(later.why(), MINUTES);
            case Delivery other -> other;
        });
    }

    private Map<String, Object> event(String action, String key) {
        return Fields.of("routing_key", routingKey.value(), "event_action", action, "dedup_key", key);
    }

    private Map<String, Object> trigger(Notice notice, String key) {
        var words = Wording.of(notice, size);
        var event = event(TRIGGER, key);
        event.put("payload", payload(notice, words));
        event.put("client", "Wirebell");
        if (!words.link().isEmpty()) {
            event.put("links", List.of(Fields.of("href", words.link(), "text", words.source())));
        }
        return event;
    }

    private static String action(Notice.Kind kind) {
        return switch (kind) {
            case CLOSE, WITHDRAW -> RESOLVE;
            case ACK -> "acknowledge";
            case NEW, UPDATE, CORRECT, HOLD, RELEASE, ESCALATE, REMIND, DIGEST, TEST -> TRIGGER;
        };
    }

    private static Map<String, Object> payload(Notice notice, Wording words) {
        var alert = notice.alert();
        return Fields.of(
                "summary",
                Plain.head(words.headline(), SUMMARY),
                "source",
                words.source().isEmpty() ? "Wirebell" : words.source(),
                "severity",
                severity(alert.priority()),
                "timestamp",
                alert.received().toString(),
                "group",
                Plain.line(alert.rule(), 200),
                "custom_details",
                Fields.of(
                        "figure",
                        words.change(),
                        "says",
                        words.claimant(),
                        "sentence",
                        words.sentence().text(),
                        "revision",
                        alert.revision(),
                        "notice",
                        Plain.line(notice.id(), 200),
                        "why",
                        words.why()));
    }

    private static String severity(Priority priority) {
        return switch (priority) {
            case FLASH -> "critical";
            case URGENT -> "error";
            case NORMAL -> "warning";
            case LOW, DIGEST -> "info";
        };
    }
}
