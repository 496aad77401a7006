package org.wirebell.alerts.edge;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;

/**
 * A server of the Apprise API ({@code POST /notify/KEY}). It does not say which of its services failed (424), so that is not
 * tried again: those that took it would show it again and again.
 */
final class AppriseNotifier implements Notifier {
    private static final int TITLE = 250;
    private static final int BODY = 4_000;
    private static final Letter LETTER = Letter.of(AppriseText::of, BODY);

    private final HttpUrl address;
    private final Optional<String> tag;
    private final Headline.Size size;
    private final Duration timeout;
    private final Post post;

    AppriseNotifier(HttpUrl server, Secret key, Optional<String> tag, Headline.Size size, Duration timeout, Post post) {
        this.address = server.newBuilder()
                .addPathSegment("notify")
                .addPathSegment(key.value())
                .build();
        this.tag = tag;
        this.size = size;
        this.timeout = timeout;
        this.post = post;
    }

    @Override
    public Delivery send(Notice notice, Optional<Shown> earlier) throws InterruptedException {
        var words = Wording.of(notice, size);
        var message = Fields.of(
                "title",
                AppriseText.of(Plain.head(words.headline(), TITLE)),
                "body",
                LETTER.body(words),
                "type",
                type(notice),
                "format",
                "text");
        tag.ifPresent(it -> message.put("tag", it));
        return post.send(
                Outgoing.json(address, Map.of(), Json.whole(message), timeout),
                (reply, now) -> switch (reply.status()) {
                    case 204 -> new Delivery.Refused("no_services", "nothing is configured under this key");
                    case 424 -> new Delivery.Refused("some_failed", reply.detail());
                    default -> reply.judged(now);
                });
    }

    private static String type(Notice notice) {
        return switch (notice.kind()) {
            case CORRECT, WITHDRAW, HOLD -> "warning";
            case RELEASE -> "success";
            case NEW, UPDATE, ESCALATE, REMIND, CLOSE, ACK, DIGEST, TEST ->
                switch (notice.alert().priority()) {
                    case FLASH -> "failure";
                    case URGENT -> "warning";
                    case NORMAL, LOW, DIGEST -> "info";
                };
        };
    }
}
