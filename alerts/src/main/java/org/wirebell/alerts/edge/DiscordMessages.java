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
 * A Discord webhook (docs.discord.com, Webhook and Message resources): the headline as content, the rest as one embed. Nobody is
 * ever mentioned. Webhooks cannot answer under a message, so what has a sound is a message of its own. A handle is the message
 * id.
 */
final class DiscordMessages implements InPlace.Messages {
    static final int CONTENT = 2_000;
    static final int TITLE = 256;
    static final int DESCRIPTION = 4_096;
    /** Of all texts of all embeds of a message together. */
    static final int EMBEDS = 6_000;

    private static final int SILENT = 1 << 12;
    private static final Letter LETTER = Letter.of(DiscordText::of, DESCRIPTION);

    private final HttpUrl webhook;
    private final Headline.Size size;
    private final Duration timeout;
    private final Post post;

    DiscordMessages(HttpUrl webhook, Headline.Size size, Duration timeout, Post post) {
        this.webhook = webhook;
        this.size = size;
        this.timeout = timeout;
        this.post = post;
    }

    @Override
    public Delivery post(Notice notice, Optional<String> under) throws InterruptedException {
        var message = message(notice);
        message.put("flags", notice.quiet() ? SILENT : 0);
        var url = webhook.newBuilder().setQueryParameter("wait", "true").build();
        return send("POST", url, message);
    }

    @Override
    public Delivery change(String handle, Notice notice) throws InterruptedException {
        var url = webhook.newBuilder()
                .addPathSegment("messages")
                .addPathSegment(handle)
                .build();
        var answer = send("PATCH", url, message(notice));
        return answer instanceof Delivery.Refused refused && refused.detail().startsWith("HTTP 404")
                ? InPlace.gone(refused.detail())
                : answer;
    }

    private Map<String, Object> message(Notice notice) {
        var words = Wording.of(notice, size);
        var embed = Fields.of(
                "title",
                DiscordText.of(words.title(), TITLE),
                "description",
                LETTER.body(words),
                "color",
                color(notice.alert().priority()),
                "timestamp",
                notice.alert().received().toString());
        if (!words.link().isEmpty()) {
            embed.put("url", words.link());
        }
        return Fields.of(
                "content",
                DiscordText.of(words.headline(), CONTENT),
                "embeds",
                List.of(embed),
                "allowed_mentions",
                Fields.of("parse", List.of()));
    }

    private static int color(Priority priority) {
        return switch (priority) {
            case FLASH -> 0xC62828;
            case URGENT -> 0xEF6C00;
            case NORMAL -> 0x1565C0;
            case LOW, DIGEST -> 0x757575;
        };
    }

    private Delivery send(String method, HttpUrl url, Map<String, Object> message) throws InterruptedException {
        var out = Outgoing.json(url, Map.of(), Json.whole(message), timeout)
                .by(method)
                .withLongReply();
        return post.send(out, (reply, now) -> {
            var judged = reply.judged(now);
            boolean away = method.equals("POST") && (reply.status() == 404 || reply.status() == 401);
            if (away) {
                return new Delivery.Off("the webhook is not there: " + reply.detail());
            }
            return judged instanceof Delivery.Sent
                    ? new Delivery.Sent("HTTP " + reply.status(), Fields.text(reply.json(), "id"))
                    : judged;
        });
    }
}
