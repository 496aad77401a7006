package org.wirebell.alerts.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;

/**
 * A chat of Telegram by its Bot API ({@code sendMessage}, {@code editMessageText}), without a parse mode. The token is part of
 * the address. A handle is the message id.
 */
final class TelegramMessages implements InPlace.Messages {
    static final HttpUrl API = HttpUrl.get("https://api.telegram.org/");
    static final int LIMIT = 4_096;
    private static final Letter LETTER = Letter.of(TelegramText::of, LIMIT);

    private final HttpUrl bot;
    private final String chat;
    private final Headline.Size size;
    private final Duration timeout;
    private final Post post;

    TelegramMessages(HttpUrl api, Secret token, String chat, Headline.Size size, Duration timeout, Post post) {
        this.bot = api.newBuilder().addPathSegment("bot" + token.value()).build();
        this.chat = chat;
        this.size = size;
        this.timeout = timeout;
        this.post = post;
    }

    @Override
    public Delivery post(Notice notice, Optional<String> under) throws InterruptedException {
        var message = message(notice);
        message.put("disable_notification", notice.quiet());
        under.ifPresent(handle -> message.put(
                "reply_parameters",
                Fields.of("message_id", Long.valueOf(handle), "allow_sending_without_reply", true)));
        return send("sendMessage", message);
    }

    @Override
    public Delivery change(String handle, Notice notice) throws InterruptedException {
        var message = message(notice);
        message.put("message_id", Long.valueOf(handle));
        return send("editMessageText", message);
    }

    private Map<String, Object> message(Notice notice) {
        return Fields.of(
                "chat_id",
                chat,
                "text",
                LETTER.whole(Wording.of(notice, size)),
                "link_preview_options",
                Fields.of("is_disabled", true));
    }

    private Delivery send(String method, Map<String, Object> message) throws InterruptedException {
        var url = bot.newBuilder().addPathSegment(method).build();
        var handle = Optional.ofNullable(message.get("message_id")).map(Object::toString);
        return post.send(
                Outgoing.json(url, Map.of(), Json.whole(message), timeout).withLongReply(),
                (reply, now) -> switch (reply.status()) {
                    case 200 -> new Delivery.Sent("ok", Fields.text(reply.json(), "result", "message_id"));
                    case 400 -> unchanged(reply, handle);
                    case 401, 403, 404 -> new Delivery.Off(said(reply));
                    case 429 -> busy(reply, now);
                    default -> reply.judged(now);
                });
    }

    /** An edit that changes nothing has been made before; one of a message that is away can't be made. */
    private static Delivery unchanged(Reply reply, Optional<String> handle) {
        var said = said(reply);
        if (handle.isPresent() && said.contains("message is not modified")) {
            return new Delivery.Sent("not modified", handle.get());
        }
        return handle.isPresent() && (said.contains("message to edit not found") || said.contains("can't be edited"))
                ? InPlace.gone(said)
                : new Delivery.Refused("http_4xx", said);
    }

    private static String said(Reply reply) {
        return Plain.line(Fields.text(reply.json(), "description"), 200);
    }

    /** Telegram tells the wait in the body. */
    private static Delivery busy(Reply reply, Instant now) {
        var seconds = Fields.text(reply.json(), "parameters", "retry_after");
        return seconds.matches("[0-9]{1,9}")
                ? new Delivery.Later(
                        "HTTP 429: " + said(reply), Reply.capped(Duration.ofSeconds(Long.parseLong(seconds))))
                : reply.judged(now);
    }
}
