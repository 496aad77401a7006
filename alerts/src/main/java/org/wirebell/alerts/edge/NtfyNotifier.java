package org.wirebell.alerts.edge;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import org.wirebell.model.Ids;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;

/**
 * A topic of an ntfy server by JSON (docs.ntfy.sh/publish). All notices of an alert have one sequence id, so that apps show the
 * newest in place of those before; older servers show each.
 */
final class NtfyNotifier implements Notifier {
    static final HttpUrl SERVER = HttpUrl.get("https://ntfy.sh/");
    /** Bytes of a message; a longer one would become a file. */
    static final int MESSAGE = 4_096;

    private static final int TITLE = 250;
    private static final Letter LETTER =
            new Letter(UnaryOperator.identity(), MESSAGE, text -> text.getBytes(StandardCharsets.UTF_8).length);

    private final HttpUrl server;
    private final Secret topic;
    private final Optional<Secret> token;
    private final Headline.Size size;
    private final Duration timeout;
    private final Post post;

    NtfyNotifier(
            HttpUrl server, Secret topic, Optional<Secret> token, Headline.Size size, Duration timeout, Post post) {
        this.server = server;
        this.topic = topic;
        this.token = token;
        this.size = size;
        this.timeout = timeout;
        this.post = post;
    }

    @Override
    public Delivery send(Notice notice, Optional<Shown> earlier) throws InterruptedException {
        var sequence = Ids.id("ntfy", notice.alert().id());
        var headers = new HashMap<>(Map.of("x-sequence-id", sequence));
        token.ifPresent(it -> headers.put("authorization", it.bearer()));
        return post.send(
                Outgoing.json(server, headers, Json.whole(message(notice, sequence)), timeout), (reply, now) -> {
                    var judged = reply.judged(now);
                    boolean barred = reply.status() == 401 || reply.status() == 403;
                    if (barred) {
                        return new Delivery.Off("the server does not let us: " + reply.detail());
                    }
                    return judged instanceof Delivery.Sent sent ? new Delivery.Sent(sent.detail(), sequence) : judged;
                });
    }

    private Map<String, Object> message(Notice notice, String sequence) {
        var words = Wording.of(notice, size);
        var message = Fields.of(
                "topic",
                topic.value(),
                "title",
                Plain.head(words.headline(), TITLE),
                "message",
                LETTER.body(words),
                "priority",
                priority(notice),
                "tags",
                List.of("bell"),
                "sequence_id",
                sequence);
        if (!words.link().isEmpty()) {
            message.put("click", words.link());
        }
        return message;
    }

    /** 5 rings for long, 1 makes no sound and no mark. */
    private static int priority(Notice notice) {
        if (notice.quiet()) {
            return 1;
        }
        return switch (notice.alert().priority()) {
            case FLASH -> 5;
            case URGENT -> 4;
            case NORMAL -> 3;
            case LOW -> 2;
            case DIGEST -> 1;
        };
    }
}
